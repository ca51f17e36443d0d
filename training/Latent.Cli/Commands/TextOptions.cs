using System.CommandLine;
using Latent.Sequences;

namespace Latent.Cli;

/// <summary>Options that subcommands on texts share: how tokens are chosen.</summary>
internal sealed class TextOptions
{
    private readonly Option<double> wordTemperature = CommonOptions.Number(
        "--word-temperature", "Texts: draw words by their probabilities, below 1 more typical ones, above 1 more varied ones; 0 takes the likeliest.", "a number of at least 0", value => value >= 0, standard: 0);
    private readonly Option<int> topK = CommonOptions.Whole("--top-k", "Texts: draw among so many likeliest words only; 0 among all.", lowest: 0, standard: 0);
    private readonly Option<double> topP = CommonOptions.Number(
        "--top-p", "Texts: draw among the likeliest words that together have this probability only.", "a number above 0, at most 1", value => value is > 0 and <= 1, standard: 1);
    private readonly Option<int> beams = CommonOptions.Whole("--beams", "Texts: keep so many beginnings and give the likeliest whole text.", lowest: 1, standard: 1);

    /// <summary>The options, in the order in which help lists them.</summary>
    public IReadOnlyList<Option> All => [wordTemperature, topK, topP, beams];

    /// <summary>How far codes are drawn from where they lie.</summary>
    public static Option<double> Temperature(double standard) => CommonOptions.Number(
        "--temperature", "Factor on the spread of the codes: below 1 closer to the text, above 1 further from it.", "a number of at least 0", value => value >= 0, standard);

    /// <summary>What was asked for.</summary>
    public DecodingOptions Read(Invocation call) => new()
    {
        Temperature = call.Get(wordTemperature),
        TopK = call.Get(topK),
        TopP = call.Get(topP),
        Beams = call.Get(beams),
    };
}
