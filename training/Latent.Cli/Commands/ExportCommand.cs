using System.CommandLine;
using Latent.Bundles;
using Latent.Onnx;

namespace Latent.Cli;

/// <summary><c>latent export</c>.</summary>
internal sealed class ExportCommand : LatentSubcommand
{
    private readonly Argument<string> bundle = CommonOptions.Bundle();
    private readonly Option<bool> standalone = new("--standalone") { Description = "Write every graph as a single file with its weights inside." };
    private readonly Option<string> output = new("--out", "-o") { Description = "Folder that receives the files: a new or an empty one.", HelpName = "DIR", Required = true };

    public ExportCommand(Terminal terminal, CancellationToken cancellation)
        : base("export", "Writes the graphs of a bundle for programs that do not read bundles.", terminal, cancellation)
    {
        Arguments.Add(bundle);
        Options.Add(standalone);
        Options.Add(output);
        Validators.Add(result =>
        {
            if (!result.GetValue(standalone))
                result.AddError("Say in which form: --standalone writes single files with the weights inside.");
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

    // Graphs of two models side by side would look like one model.
    private static void RejectNonEmpty(string folder)
    {
        if (File.Exists(folder))
            throw new UsageException($"'{folder}' is a file. Use a new or an empty folder.");
        if (File.Exists(Path.Combine(folder, "bundle.json")))
            throw new UsageException($"'{folder}' is a bundle. Use a new or an empty folder.");
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Order(StringComparer.Ordinal).FirstOrDefault() is { } entry)
            throw new UsageException($"'{folder}' is not empty: it holds '{Path.GetFileName(entry)}'. Use a new or an empty folder.");
    }
}
