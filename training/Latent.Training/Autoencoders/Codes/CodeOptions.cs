namespace Latent.Training.Autoencoders.Codes;

/// <summary>The options of a code; each kind of code has its own record.</summary>
public abstract record CodeOptions
{
    /// <summary>Creates the layer from features to codes.</summary>
    /// <param name="features">The number of features.</param>
    /// <param name="size">The latent dimension.</param>
    /// <exception cref="ModelException">The options do not fit the latent dimension.</exception>
    internal abstract CodeLayer Create(long features, long size);
}
