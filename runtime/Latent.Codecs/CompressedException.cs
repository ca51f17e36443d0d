using Latent.Bundles;

namespace Latent.Codecs;

/// <summary>
/// A compressed picture cannot be decoded. The message says what is wrong, where, what was expected, what was received and
/// the cure, one a line.
/// </summary>
public sealed class CompressedException : Exception
{
    internal CompressedException(CompressedFault fault, string problem, string? expected, string? received, string? fix)
        : base(ErrorText.Compose(problem, "Decompress", expected, received, fix)) =>
        Fault = fault;

    /// <summary>What is wrong.</summary>
    public CompressedFault Fault { get; }
}
