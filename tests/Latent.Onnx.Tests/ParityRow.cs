using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Tests;

/// <summary>A layer in one configuration, and the shape of a row that it takes.</summary>
/// <param name="Name">What is tested.</param>
/// <param name="Make">Creates the layer; the generator is seeded before.</param>
/// <param name="Row">The shape of its input, without the batch.</param>
/// <param name="Tolerance">The largest difference allowed, on outputs of unit scale.</param>
public sealed record ParityRow(string Name, Func<Module<Tensor, Tensor>> Make, long[] Row, double Tolerance = ParityRow.DefaultTolerance)
{
    public const double DefaultTolerance = 1e-5;

    /// <summary>A deviation of TorchSharp from its documentation; null where there is none.</summary>
    public Defect? Defect { get; init; }

    public override string ToString() => Name;
}
