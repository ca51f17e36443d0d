namespace Latent.Runtime;

/// <summary>The random stream of each kind of sampling, so that two operations never use the same numbers of a seed. A contract.</summary>
internal static class RandomStreams
{
    public const long Prior = 0;
    public const long Posterior = 1;
    public const long Tokens = 2;
}
