using TorchSharp.Modules;

namespace Latent.Onnx.Tests.Modules;

/// <summary>Bags of numbers from 0 to 6 that are made of the rows: [batch, n] to [batch, features].</summary>
internal sealed class BagModule : PortableModule
{
    private readonly EmbeddingBag bag;
    private readonly bool areWeighted;

    public BagModule(EmbeddingBag bag, bool areWeighted = false)
        : base(nameof(BagModule))
    {
        this.bag = bag;
        this.areWeighted = areWeighted;
        RegisterComponents();
    }

    public override V Forward<V>(V x)
    {
        var tokens = ((x * 2f) + 3f).Clamp(0, 6).Cast(ElementType.Int64);
        return tokens.Apply(bag, areWeighted ? x.Sigmoid() : null);
    }
}
