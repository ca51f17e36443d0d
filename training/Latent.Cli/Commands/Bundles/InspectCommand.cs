using System.CommandLine;
using System.Text.Json;
using Latent.Bundles;
using Latent.Onnx;

namespace Latent.Cli;

/// <summary><c>latent inspect</c>.</summary>
internal sealed class InspectCommand : LatentSubcommand
{
    private const string ManifestFile = "bundle.json";

    private readonly Argument<string> target = new("BUNDLE|FILE.onnx") { Description = "Folder of a bundle, or an ONNX file." };

    public InspectCommand(Terminal terminal, CancellationToken cancellation)
        : base(
            "inspect",
            "Shows a bundle's manifest as tables and its graphs as text, or the graph of an ONNX file.",
            terminal,
            cancellation) =>
        Arguments.Add(target);

    public override IReadOnlyList<string> Examples =>
        ["latent inspect artifacts/models/mnist-vae", "latent inspect artifacts/models/mnist-vae/encode.onnx"];

    protected override int Execute(Invocation call)
    {
        var path = call.Get(target);
        if (File.Exists(path) && Path.GetFileName(path) != ManifestFile)
            InspectFile(call, path);
        else
            InspectBundle(call, path, Bundle.Open(File.Exists(path) ? Path.GetDirectoryName(Path.GetFullPath(path))! : path));
        return ExitCode.Done;
    }

    private static void InspectFile(Invocation call, string path)
    {
        var graph = OnnxModel.Load(path).ToString().TrimEnd();
        call.Answer(new { file = path, graph }, graph);
    }

    private static void InspectBundle(Invocation call, string path, Bundle bundle)
    {
        var graphs = bundle.Manifest.Graphs
            .ToDictionary(graph => graph.Key, graph => OnnxModel.Load(bundle.GetPath(graph.Value)).ToString().TrimEnd());
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(bundle.Folder, ManifestFile)));
        call.Answer(new { bundle = path, digest = bundle.Digest, manifest = manifest.RootElement, graphs }, console =>
        {
            foreach (var table in ManifestTables.Create(bundle))
                console.Write(table);
            foreach (var (role, text) in graphs)
                Write(call.Terminal.Out, role, text);
        });
    }

    private static void Write(TextWriter output, string role, string text)
    {
        output.WriteLine();
        output.WriteLine($"# {role}");
        output.WriteLine(text);
    }
}
