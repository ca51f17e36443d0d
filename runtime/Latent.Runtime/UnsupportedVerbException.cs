using Latent.Bundles;

namespace Latent.Runtime;

/// <summary>The bundle has no part that a verb needs: a graph, a prior, a calibration.</summary>
public sealed class UnsupportedVerbException : NotSupportedException
{
    internal UnsupportedVerbException(string problem, string where, string expected, string received, string cure)
        : base(ErrorText.Compose(problem, where, expected, received, cure))
    {
    }
}
