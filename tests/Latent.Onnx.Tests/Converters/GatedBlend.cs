using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Tests.Converters;

/// <summary>A user's layer of three tensors, as TorchSharp runs it: a + sigmoid(W gate) · (b - a).</summary>
internal sealed class GatedBlend : Module<Tensor, Tensor, Tensor, Tensor>
{
    private readonly Parameter weight;

    public GatedBlend(long gates, long features)
        : base(nameof(GatedBlend))
    {
        weight = new Parameter(randn(features, gates));
        RegisterComponents();
    }

    public override Tensor forward(Tensor a, Tensor b, Tensor gate) => a + (gate.matmul(weight.t()).sigmoid() * (b - a));
}
