using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Tests.Modules;

/// <summary>Max pooling, doubled, and unpooled to the same indices: [batch, channels, ...] to the same.</summary>
internal sealed class UnpoolingModule : PortableModule
{
    private readonly Module pool;
    private readonly Module unpool;

    public UnpoolingModule(Module pool, Module unpool)
        : base(nameof(UnpoolingModule))
    {
        (this.pool, this.unpool) = (pool, unpool);
        RegisterComponents();
    }

    public override V Forward<V>(V x)
    {
        // Many elements are 0, so that maxima are often tied.
        var (values, indices) = Pool(x.Relu());
        return Unpool(values * 2f, indices);
    }

    private (V Values, V Indices) Pool<V>(V x)
        where V : struct, IValue<V> => pool switch
        {
            MaxPool1d layer => x.ApplyWithIndices(layer),
            MaxPool2d layer => x.ApplyWithIndices(layer),
            _ => x.ApplyWithIndices((MaxPool3d)pool),
        };

    private V Unpool<V>(V x, V indices)
        where V : struct, IValue<V> => unpool switch
        {
            MaxUnpool1d layer => x.Apply(layer, indices),
            MaxUnpool2d layer => x.Apply(layer, indices),
            _ => x.Apply((MaxUnpool3d)unpool, indices),
        };
}
