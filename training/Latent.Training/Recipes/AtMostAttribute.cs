using System.Globalization;

namespace Latent.Training.Recipes;

/// <summary>The number must be at most the bound.</summary>
/// <param name="bound">The bound, inclusive.</param>
public sealed class AtMostAttribute(double bound) : BoundAttribute(bound)
{
    /// <inheritdoc/>
    public override string Description => string.Create(CultureInfo.InvariantCulture, $"at most {Bound}");

    /// <inheritdoc/>
    public override bool Allows(double value) => value <= Bound;
}
