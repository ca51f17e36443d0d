using System.CommandLine;
using System.Globalization;
using Latent.Training.Sequences;

namespace Latent.Cli;

/// <summary><c>latent benchmark paraphrase</c>.</summary>
internal sealed class ParaphraseBenchmarkCommand : ModelCommand
{
    private const string DataName = "verses";

    private readonly Option<int> count = CommonOptions.Whole("--count", "Number of paraphrases per verse.", lowest: 1, standard: 5);
    private readonly Option<double> temperature = TextOptions.Temperature(0.7);
    private readonly Option<int> verses = CommonOptions.Whole("--verses", "Maximum number of verses.", lowest: 2, standard: 300);
    private readonly Option<long> seed = CommonOptions.Seed("The same seed samples the same verses and codes.");

    public ParaphraseBenchmarkCommand(Terminal terminal, CancellationToken cancellation)
        : base(
            "paraphrase",
            "Measures on test verses whether paraphrases of one translation are closer to the other translation than random verses are "
            + "(chrF).",
            terminal,
            cancellation) =>
        Declare(count, temperature, verses, seed);

    public override IReadOnlyList<string> Examples => ["latent benchmark paraphrase models/verses-vae --count 5 --temperature 0.7"];

    protected override int Execute(Invocation call)
    {
        using var model = LoadSentences(call);
        var data = new DataAccess(call);
        var folder = data.Fetch(DataName)!;
        var result = ParaphraseEvaluator.Evaluate(model, folder, call.Get(count), call.Get(temperature), call.Get(seed), call.Get(verses));
        call.Answer(result, console => console.Write(Tables.OfPairs(
            $"{model.Manifest.Name}: chrF against the other translation, {result.Sentences} test verses",
            [
                ("paraphrases", Text(result.Paraphrases)),
                ("random verses", Text(result.Random)),
                ("margin", $"{Text(result.Margin)} ± {Text(result.MarginError)}"),
                ("share of verses with closer paraphrases", Text(result.CloserShare)),
                ("original verses", Text(result.Originals)),
                ("share of changed paraphrases", Text(result.ChangedShare)),
            ])));
        return ExitCode.Done;
    }

    private static string Text(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
