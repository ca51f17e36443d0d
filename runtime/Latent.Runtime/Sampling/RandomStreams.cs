namespace Latent.Runtime;

/// <summary>The random stream of each kind of sampling, so that two operations never use the same numbers of a seed. A contract.</summary>
public static class RandomStreams
{
    /// <summary>Codes from the prior.</summary>
    public const long Prior = 0;

    /// <summary>Codes from the posterior of a row.</summary>
    public const long Posterior = 1;

    /// <summary>Tokens of a sequence that is decoded.</summary>
    public const long Tokens = 2;
}
