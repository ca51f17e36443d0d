using System.CommandLine;

namespace Latent.Cli;

/// <summary><c>latent paraphrase</c>.</summary>
internal sealed class ParaphraseCommand : ModelCommand
{
    private readonly Argument<string> text = new("TEXT") { Description = "A sentence." };
    private readonly Option<int> count = CommonOptions.Whole("--count", "Number of paraphrases.", lowest: 1, standard: 5);
    private readonly Option<double> temperature = TextOptions.Temperature(0.7);
    private readonly Option<long> seed = CommonOptions.Seed("The same seed gives the same paraphrases.");
    private readonly TextOptions choices = new();

    public ParaphraseCommand(Terminal terminal, CancellationToken cancellation)
        : base("paraphrase", "Paraphrases a sentence: samples codes around its own, and decodes them.", terminal, cancellation) =>
        Declare([text, count, temperature, seed, .. choices.All]);

    public override IReadOnlyList<string> Examples =>
    [
        "latent paraphrase models/verses-vae \"And God said, Let there be light.\" --temperature 0.7 --count 5",
        "latent paraphrase models/verses-vae \"Blessed are the meek.\" --beams 5 --json",
    ];

    protected override int Execute(Invocation call)
    {
        using var model = LoadSentences(call);
        NoteUnknown(call, model, call.Get(text));
        var paraphrases = model.Paraphrase(call.Get(text), call.Get(count), call.Get(temperature), call.Get(seed), choices.Read(call));
        if (paraphrases.Count < call.Get(count))
            call.Note($"only {paraphrases.Count} distinct paraphrases; raise --temperature for more.");
        AnswerTexts(call, paraphrases);
        return ExitCode.Done;
    }
}
