namespace Latent.Training.Autoencoders.Codes;

/// <summary>The kind of code; each kind has a record of its own.</summary>
public abstract record CodeOptions
{
    /// <summary>Makes the layer from features to codes.</summary>
    /// <param name="features">The number of features.</param>
    /// <param name="size">The number of numbers in a code.</param>
    /// <exception cref="ModelException">The options do not fit the size.</exception>
    internal abstract CodeLayer Create(long features, long size);
}
