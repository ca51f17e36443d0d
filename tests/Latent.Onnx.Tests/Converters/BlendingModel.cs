using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Tests.Converters;

/// <summary>A model around a layer of three tensors.</summary>
internal sealed class BlendingModel : PortableModel
{
    private readonly Linear first = Linear(4, 6);
    private readonly Linear second = Linear(4, 6);
    private readonly GatedBlend blend = new(4, 6);

    public BlendingModel()
        : base(nameof(BlendingModel)) => RegisterComponents();

    public override IReadOnlyList<(string Name, V Value)> Run<V>(IReadOnlyList<V> inputs) =>
        [("y", inputs[0].Apply(first).Apply(blend, inputs[0].Apply(second), inputs[0]))];
}
