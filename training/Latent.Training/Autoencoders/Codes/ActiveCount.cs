namespace Latent.Training.Autoencoders.Codes;

/// <summary>Checks the number of latents to keep.</summary>
internal static class ActiveCount
{
    /// <exception cref="ModelException">The number exceeds the latent dimension.</exception>
    public static int Checked(int active, long size) => active <= size
        ? active
        : throw new ModelException($"options.active must be at most options.latent, {size}. Received: {active}.");
}
