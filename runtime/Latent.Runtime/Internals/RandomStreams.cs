namespace Latent.Runtime;

/// <summary>Which stream of a seed each kind of draw uses, so that one seed never gives two verbs the same numbers. A contract.</summary>
internal static class RandomStreams
{
    public const long Prior = 0;
    public const long Posterior = 1;
    public const long Tokens = 2;
}
