namespace Latent.Training.Recipes;

/// <summary>A limit for a number in a recipe, or for each number of a list.</summary>
/// <param name="bound">The limit.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public abstract class BoundAttribute(double bound) : Attribute
{
    /// <summary>The limit.</summary>
    public double Bound { get; } = bound;

    /// <summary>The description in error messages: <c>at least 1</c>.</summary>
    public abstract string Description { get; }

    /// <summary>Returns whether a number satisfies the limit.</summary>
    public abstract bool Allows(double value);
}
