namespace Latent.Training.Autoencoders.Codes;

/// <summary>Checks how many numbers of a code are to stay.</summary>
internal static class ActiveCount
{
    /// <exception cref="ModelException">More than there are.</exception>
    public static int Checked(int active, long size) => active <= size
        ? active
        : throw new ModelException($"options.active must be at most options.latent, {size}. Received: {active}.");
}
