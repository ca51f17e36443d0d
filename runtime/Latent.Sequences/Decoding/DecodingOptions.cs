namespace Latent.Sequences;

/// <summary>Options for decoding sequences token by token. Immutable; the default is greedy decoding.</summary>
public sealed record DecodingOptions
{
    /// <summary>Greedy decoding: takes the most likely token at each step.</summary>
    public static DecodingOptions Greedy { get; } = new();

    /// <summary>
    /// The sampling temperature: tokens are sampled with probabilities raised to the power of 1 / temperature. Below 1 more
    /// typical, above 1 more varied; 0 takes the most likely token without sampling. Default: 0.
    /// </summary>
    public double Temperature { get; init; }

    /// <summary>The number of most likely tokens to sample from; 0 samples from all. Default: 0.</summary>
    public int TopK { get; init; }

    /// <summary>
    /// The cumulative probability of the most likely tokens to sample from, above 0, at most 1 (nucleus sampling, Holtzman et al.
    /// 2020). Default: 1.
    /// </summary>
    public double TopP { get; init; } = 1;

    /// <summary>
    /// The beam width, 1 or more: beam search keeps this many sequences at each step and returns the most likely finished one. Above
    /// 1 the temperature must be 0. Default: 1.
    /// </summary>
    public int Beams { get; init; } = 1;

    /// <summary>Whether the unknown token may be chosen. Default: false.</summary>
    public bool AllowsUnknown { get; init; }

    /// <summary>Excludes tokens depending on the prefix, such as those that would break a grammar. Null excludes none.</summary>
    public ITokenRule? Rule { get; init; }

    /// <summary>Returns the first invalid option; null if all are valid.</summary>
    internal (string Option, string Expected, string Received)? FindFault()
    {
        var number = System.Globalization.CultureInfo.InvariantCulture;
        if (!double.IsFinite(Temperature) || Temperature < 0)
            return (nameof(Temperature), "a number, 0 or more", Temperature.ToString(number));
        if (TopK < 0)
            return (nameof(TopK), "0 or more", TopK.ToString(number));
        if (!(TopP > 0 && TopP <= 1))
            return (nameof(TopP), "a share above 0, at most 1", TopP.ToString(number));
        if (Beams < 1)
            return (nameof(Beams), "1 or more", Beams.ToString(number));
        return Beams > 1 && Temperature > 0
            ? (nameof(Beams), "1, or a temperature of 0", $"{Beams} at temperature {Temperature.ToString(number)}")
            : null;
    }
}
