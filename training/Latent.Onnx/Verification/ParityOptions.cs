using static TorchSharp.torch;

namespace Latent.Onnx;

/// <summary>How a graph is compared with its model.</summary>
public sealed record ParityOptions
{
    /// <summary>The largest |TorchSharp - ONNX Runtime| / max(1, |TorchSharp|) allowed. Default: 1e-5.</summary>
    public double Tolerance { get; init; } = 1e-5;

    /// <summary>
    /// The extents of symbolic dimensions, one per sample, by symbol; they are repeated where another symbol has more.
    /// Default: <c>batch</c> takes 1, 3 and 8, other symbols lengths from 2 to 12.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<long>> Extents { get; init; } = new Dictionary<string, IReadOnlyList<long>>();

    /// <summary>
    /// Inputs to compare on instead of random ones, one list per sample, in the order of the inputs. Default: none; floats
    /// are sampled from the normal distribution, integers from 0 and 1.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<Tensor>> Samples { get; init; } = [];

    /// <summary>The seed of random inputs. Default: 2026.</summary>
    public long Seed { get; init; } = 2026;
}
