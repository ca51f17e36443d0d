using System.CommandLine;
using Latent.Bundles;
using Latent.Onnx;

namespace Latent.Cli;

/// <summary><c>latent export</c>.</summary>
internal sealed class ExportCommand : LatentSubcommand
{
    private readonly Argument<string> bundle = CommonOptions.Bundle();
    private readonly Option<bool> standalone = new("--standalone")
    {
        Description = "Write every graph as a single file with embedded weights.",
    };
    private readonly Option<string> output = new("--out", "-o")
    {
        Description = "Output folder: new or empty.",
        HelpName = "DIR",
        Required = true,
    };

    public ExportCommand(Terminal terminal, CancellationToken cancellation)
        : base("export", "Exports the graphs of a bundle for programs that do not read bundles.", terminal, cancellation)
    {
        Arguments.Add(bundle);
        Options.Add(standalone);
        Options.Add(output);
        Validators.Add(result =>
        {
            if (!result.GetValue(standalone))
                result.AddError("Specify the output form: --standalone writes single files with embedded weights.");
        });
    }

    public override IReadOnlyList<string> Examples => ["latent export artifacts/models/mnist-vae --standalone --out onnx/"];

    protected override int Execute(Invocation call)
    {
        var opened = Bundle.Open(call.Get(bundle));
        var folder = call.Get(output);
        RejectNonEmpty(folder);
        WritableFolder.Check(folder);

        using var set = new FileSet(folder);
        foreach (var graph in opened.Manifest.Graphs.Values)
        {
            call.Cancellation.ThrowIfCancellationRequested();
            OnnxModel.Load(opened.GetPath(graph)).Save(set.PathOf(graph.File));
        }
        set.Complete();

        var files = opened.Manifest.Graphs.Values.Select(graph => Path.Combine(folder, graph.File)).ToList();
        call.Answer(
            new { bundle = call.Get(bundle), files },
            string.Join('\n', files.Select(file => $"Wrote {file} ({NumberText.Bytes(new FileInfo(file).Length)})")));
        return ExitCode.Done;
    }

    // Graphs of two models in one folder would look like one model.
    private static void RejectNonEmpty(string folder)
    {
        if (File.Exists(folder))
            throw new UsageException($"'{folder}' is a file. Use a new or empty folder.");
        if (File.Exists(Path.Combine(folder, "bundle.json")))
            throw new UsageException($"'{folder}' is a bundle. Use a new or empty folder.");
        if (Directory.Exists(folder)
            && Directory.EnumerateFileSystemEntries(folder).Order(StringComparer.Ordinal).FirstOrDefault() is { } entry)
            throw new UsageException($"'{folder}' is not empty: it holds '{Path.GetFileName(entry)}'. Use a new or empty folder.");
    }
}
