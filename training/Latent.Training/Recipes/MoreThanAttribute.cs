using System.Globalization;

namespace Latent.Training.Recipes;

/// <summary>The number must be more than the bound.</summary>
/// <param name="bound">The bound, exclusive.</param>
public sealed class MoreThanAttribute(double bound) : BoundAttribute(bound)
{
    /// <inheritdoc/>
    public override string Description => string.Create(CultureInfo.InvariantCulture, $"more than {Bound}");

    /// <inheritdoc/>
    public override bool Allows(double value) => value > Bound;
}
