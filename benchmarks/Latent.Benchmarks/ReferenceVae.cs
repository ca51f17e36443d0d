using Latent.Onnx;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Latent.Benchmarks;

/// <summary>The textbook variational autoencoder: 784-400-20 and back; it decodes the mean.</summary>
internal sealed class ReferenceVae : PortableModel
{
    private const long Pixels = 784;
    private const long Hidden = 400;
    private const long LatentSize = 20;

    private readonly Linear hidden = Linear(Pixels, Hidden);
    private readonly Linear mean = Linear(Hidden, LatentSize);
    private readonly Linear logVariance = Linear(Hidden, LatentSize);
    private readonly Linear spread = Linear(LatentSize, Hidden);
    private readonly Linear pixels = Linear(Hidden, Pixels);

    public ReferenceVae()
        : base(nameof(ReferenceVae)) => RegisterComponents();

    public static Inputs Inputs { get; } = Inputs.Create(("x", [Dim.Batch, Pixels]));

    public override IReadOnlyList<(string Name, V Value)> Run<V>(IReadOnlyList<V> inputs)
    {
        var h = inputs[0].Apply(hidden).Relu();
        var code = h.Apply(mean);
        return [("reconstruction", code.Apply(spread).Relu().Apply(pixels).Sigmoid()), ("mean", code), ("log_variance", h.Apply(
            logVariance))];
    }
}
