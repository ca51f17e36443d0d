using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Tests.Modules;

/// <summary>
/// A layer of two inputs over the two parts of the last dimension that a Bilinear takes, or over the rows and a value computed from them.
/// </summary>
internal sealed class PairModule : PortableModule
{
    private readonly Module<Tensor, Tensor, Tensor> layer;

    public PairModule(Module<Tensor, Tensor, Tensor> layer)
        : base(nameof(PairModule))
    {
        this.layer = layer;
        RegisterComponents();
    }

    public override V Forward<V>(V x)
    {
        if (layer is Bilinear bilinear)
            return x.Slice(-1, 0, bilinear.in1_features).Apply(
                layer, x.Slice(-1, bilinear.in1_features, bilinear.in1_features + bilinear.in2_features));
        return x.Apply(layer, (x * 0.7f).Round() + 0.25f);
    }
}
