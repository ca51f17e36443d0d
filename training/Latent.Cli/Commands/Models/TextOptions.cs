using System.CommandLine;
using Latent.Sequences;

namespace Latent.Cli;

/// <summary>Decoding options shared by the subcommands for texts.</summary>
internal sealed class TextOptions
{
    private readonly Option<double> wordTemperature = CommonOptions.Number(
        "--word-temperature",
        "Texts: the temperature for sampling words, below 1 for more typical ones, above 1 for more varied ones; 0 takes the most "
        + "probable word.",
        "a number of at least 0", value => value >= 0, standard: 0);
    private readonly Option<int> topK = CommonOptions.Whole(
        "--top-k", "Texts: sample from this many most probable words only; 0 for all.", lowest: 0, standard: 0);
    private readonly Option<double> topP = CommonOptions.Number(
        "--top-p", "Texts: sample from the most probable words with this total probability only.", "a number above 0, at most 1",
        value => value is > 0 and <= 1, standard: 1);
    private readonly Option<int> beams = CommonOptions.Whole(
        "--beams", "Texts: the beam width of beam search, which returns the most probable text.", lowest: 1, standard: 1);

    /// <summary>The options, in the order of the help.</summary>
    public IReadOnlyList<Option> All => [wordTemperature, topK, topP, beams];

    /// <summary>Creates the option for the temperature of sampling codes around a text's own code.</summary>
    public static Option<double> Temperature(double standard) => CommonOptions.Number(
        "--temperature", "Factor on the standard deviation of the codes: below 1 closer to the text, above 1 further from it.",
        "a number of at least 0", value => value >= 0, standard);

    /// <summary>Reads the decoding options from the command line.</summary>
    public DecodingOptions Read(Invocation call) => new()
    {
        Temperature = call.Get(wordTemperature),
        TopK = call.Get(topK),
        TopP = call.Get(topP),
        Beams = call.Get(beams),
    };
}
