namespace Latent.Sequences;

/// <summary>How tokens are chosen, step by step. Immutable; the default takes the likeliest token at each step.</summary>
public sealed record DecodingOptions
{
    /// <summary>The likeliest token at each step.</summary>
    public static DecodingOptions Greedy { get; } = new();

    /// <summary>
    /// Draws tokens by their probabilities to the power of 1 / temperature: below 1 more typical ones, above 1 more varied
    /// ones; 0 takes the likeliest and draws nothing. Default: 0.
    /// </summary>
    public double Temperature { get; init; }

    /// <summary>Draws among so many likeliest tokens only; 0 among all. Default: 0.</summary>
    public int TopK { get; init; }

    /// <summary>Draws among the likeliest tokens whose probabilities together reach this share only, above 0, at most 1 (nucleus sampling, Holtzman et al. 2020). Default: 1.</summary>
    public double TopP { get; init; } = 1;

    /// <summary>Keeps so many sequences at each step and gives the likeliest whole one (beam search), 1 or more; above 1 the temperature must be 0. Default: 1.</summary>
    public int Beams { get; init; } = 1;

    /// <summary>Whether the token that stands for unknown ones may be chosen. Default: false.</summary>
    public bool AllowsUnknown { get; init; }

    /// <summary>Rules out tokens by what is before them, such as those that would break a grammar; none where null.</summary>
    public ITokenRule? Rule { get; init; }

    /// <summary>What is wrong with the options, by option; null where nothing is.</summary>
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
        return Beams > 1 && Temperature > 0 ? (nameof(Beams), "1, or a temperature of 0", $"{Beams} at temperature {Temperature.ToString(number)}") : null;
    }
}
