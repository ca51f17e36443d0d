using Latent.Bundles;

namespace Latent.Codecs;

/// <summary>
/// Thrown when a compressed image cannot be decoded. The message states the problem, the location, the expected and received
/// values and the fix, one per line.
/// </summary>
public sealed class CompressedException : Exception
{
    internal CompressedException(CompressedFault fault, string problem, string? expected, string? received, string? fix)
        : base(ErrorText.Compose(problem, "Decompress", expected, received, fix)) =>
        Fault = fault;

    /// <summary>The kind of fault.</summary>
    public CompressedFault Fault { get; }
}
