namespace Latent.Runtime;

/// <summary>Which stream of a seed each kind of draw uses, so that one seed never gives two verbs the same numbers. A contract.</summary>
public static class RandomStreams
{
    /// <summary>Codes from the prior.</summary>
    public const long Prior = 0;

    /// <summary>Codes from the posterior of a row.</summary>
    public const long Posterior = 1;

    /// <summary>Tokens of a sequence that is decoded.</summary>
    public const long Tokens = 2;
}
