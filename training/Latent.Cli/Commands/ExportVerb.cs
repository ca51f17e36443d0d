using System.CommandLine;
using Latent.Bundles;
using Latent.Onnx;

namespace Latent.Cli;

/// <summary><c>latent export</c>.</summary>
internal sealed class ExportVerb : LatentVerb
{
    private readonly Argument<string> bundle = CommonOptions.Bundle();
    private readonly Option<bool> standalone = new("--standalone") { Description = "Write every graph as a single file with its weights inside." };
    private readonly Option<string> output = new("--out", "-o") { Description = "Folder that receives the files.", HelpName = "DIR", Required = true };

    public ExportVerb(Terminal terminal, CancellationToken cancellation)
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
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(call.Get(output)));
        if (folder == Path.TrimEndingDirectorySeparator(opened.Folder))
            throw new UsageException($"'{call.Get(output)}' is the bundle itself. Use another folder.");
        WritableFolder.Check(folder);

        var files = new List<string>();
        foreach (var graph in opened.Manifest.Graphs.Values)
        {
            call.Cancellation.ThrowIfCancellationRequested();
            files.Add(Path.Combine(call.Get(output), graph.File));
            OnnxModel.Load(opened.PathOf(graph)).Save(files[^1]);
        }

        call.Answer(
            new { bundle = call.Get(bundle), files },
            string.Join('\n', files.Select(file => $"Wrote {file} ({Numbers.Bytes(new FileInfo(file).Length)})")));
        return ExitCode.Done;
    }
}
