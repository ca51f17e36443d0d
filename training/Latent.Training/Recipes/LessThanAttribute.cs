using System.Globalization;

namespace Latent.Training.Recipes;

/// <summary>The number must be less than the bound.</summary>
/// <param name="bound">The bound, exclusive.</param>
public sealed class LessThanAttribute(double bound) : BoundAttribute(bound)
{
    /// <inheritdoc/>
    public override string Description => string.Create(CultureInfo.InvariantCulture, $"less than {Bound}");

    /// <inheritdoc/>
    public override bool Allows(double value) => value < Bound;
}
