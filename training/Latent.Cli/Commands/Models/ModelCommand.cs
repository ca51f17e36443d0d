using System.CommandLine;
using Latent.Bundles;
using Latent.Molecules;
using Latent.Runtime;
using Latent.Sequences;

namespace Latent.Cli;

/// <summary>A subcommand that runs a bundle.</summary>
internal abstract class ModelCommand(string name, string description, Terminal terminal, CancellationToken cancellation)
    : LatentSubcommand(name, description, terminal, cancellation)
{
    private readonly Argument<string> bundle = CommonOptions.Bundle();
    private readonly Option<Device> device = CommonOptions.Device();

    /// <summary>Adds the bundle, the subcommand's own symbols and the device, in the order of the help.</summary>
    protected void Declare(params IReadOnlyList<Symbol> own)
    {
        Arguments.Add(bundle);
        foreach (var argument in own.OfType<Argument>())
            Arguments.Add(argument);
        foreach (var option in own.OfType<Option>())
            Options.Add(option);
        Options.Add(device);
    }

    /// <summary>Returns the path of the bundle, as given by the user.</summary>
    protected string PathOf(Invocation call) => call.Get(bundle);

    /// <summary>Returns the options with the requested device and one thread per core, because this is the only caller.</summary>
    protected RuntimeOptions OptionsOf(Invocation call) => new() { Device = call.Get(device), Threads = 0 };

    /// <summary>Loads the bundle on the requested device.</summary>
    protected Autoencoder Load(Invocation call)
    {
        var model = Autoencoder.Load(PathOf(call), OptionsOf(call));
        if (call.Get(device).Kind == DeviceKind.Auto)
            call.Note($"running on {model.Device} ({model.DeviceReason})");
        return model;
    }

    /// <summary>Returns whether the bundle is a sentence model.</summary>
    protected bool IsOfSentences(Invocation call) => SentenceModel.Knows(Bundle.Open(PathOf(call), verifyHashes: false).Manifest);

    /// <summary>Loads the bundle of a sentence model, as <see cref="Load"/> does.</summary>
    protected SentenceModel LoadSentences(Invocation call) =>
        SentenceModel.Load(PathOf(call), new RuntimeOptions { Device = call.Get(device), Threads = 0 }, new SmilesTokenizer());

    /// <summary>Notes the words of a text that are not in the model's vocabulary.</summary>
    protected static void NoteUnknown(Invocation call, SentenceModel model, string text)
    {
        if (model.UnknownTokens(text) is { Count: > 0 } unknown)
            call.Note($"the model does not know {string.Join(", ", unknown.Distinct().Select(word => $"\"{word}\""))}.");
    }

    /// <summary>Writes texts, one per line.</summary>
    protected void AnswerTexts(Invocation call, IReadOnlyList<string> texts) =>
        call.Answer(new { bundle = PathOf(call), texts }, string.Join('\n', texts));

    /// <summary>Reports the number of rows written and their path.</summary>
    protected void AnswerWritten(Invocation call, long rows, string path) => call.Answer(
        new { bundle = PathOf(call), rows, @out = path },
        $"Wrote {NumberText.Count(rows)} {(rows == 1 ? "row" : "rows")} to {path}");
}
