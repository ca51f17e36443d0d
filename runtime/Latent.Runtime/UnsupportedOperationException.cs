using Latent.Bundles;

namespace Latent.Runtime;

/// <summary>Thrown when the bundle lacks a part that an operation needs: a graph, a prior, a calibration.</summary>
public sealed class UnsupportedOperationException : NotSupportedException
{
    internal UnsupportedOperationException(string problem, string where, string expected, string received, string fix)
        : base(ErrorText.Compose(problem, where, expected, received, fix))
    {
    }
}
