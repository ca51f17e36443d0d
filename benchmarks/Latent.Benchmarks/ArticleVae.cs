using Latent.Onnx;
using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Latent.Benchmarks;

/// <summary>The variational autoencoder of the textbook: 784-400-20 and back, its mean decoded.</summary>
internal sealed class ArticleVae : PortableModel
{
    private const long Pixels = 784;
    private const long Hidden = 400;
    private const long Codes = 20;

    private readonly Linear hidden = Linear(Pixels, Hidden);
    private readonly Linear mean = Linear(Hidden, Codes);
    private readonly Linear logVariance = Linear(Hidden, Codes);
    private readonly Linear spread = Linear(Codes, Hidden);
    private readonly Linear pixels = Linear(Hidden, Pixels);

    public ArticleVae()
        : base(nameof(ArticleVae)) => RegisterComponents();

    public static Inputs Inputs { get; } = Inputs.Create(("x", [Dim.Batch, Pixels]));

    public override IReadOnlyList<(string Name, V Value)> Run<V>(IReadOnlyList<V> inputs)
    {
        var h = inputs[0].Apply(hidden).Relu();
        var code = h.Apply(mean);
        return [("reconstruction", code.Apply(spread).Relu().Apply(pixels).Sigmoid()), ("mean", code), ("log_variance", h.Apply(logVariance))];
    }
}
