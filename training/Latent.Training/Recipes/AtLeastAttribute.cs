using System.Globalization;

namespace Latent.Training.Recipes;

/// <summary>The number must be at least the bound.</summary>
/// <param name="bound">The bound, inclusive.</param>
public sealed class AtLeastAttribute(double bound) : BoundAttribute(bound)
{
    /// <inheritdoc/>
    public override string Description => string.Create(CultureInfo.InvariantCulture, $"at least {Bound}");

    /// <inheritdoc/>
    public override bool Allows(double value) => value >= Bound;
}
