using System.CommandLine;
using Latent.Files;

namespace Latent.Cli;

/// <summary><c>latent reconstruct</c>.</summary>
internal sealed class ReconstructCommand : ModelCommand
{
    private readonly Argument<string[]> inputs = CommonOptions.Inputs();
    private readonly Option<string> output = CommonOptions.Out(
        OutputPath.RowsHelp + " A sheet shows each original above its reconstruction.");
    private readonly Option<bool> resize = CommonOptions.Resize();

    public ReconstructCommand(Terminal terminal, CancellationToken cancellation)
        : base("reconstruct", "Encodes and decodes rows, to show what a model preserves.", terminal, cancellation) =>
        Declare(inputs, output, resize);

    public override IReadOnlyList<string> Examples =>
    [
        "latent reconstruct artifacts/models/mnist-vae mnist --out pairs.png",
        "latent reconstruct artifacts/models/mnist-vae a.png b.png --out reconstructions/",
    ];

    protected override int Execute(Invocation call)
    {
        using var model = Load(call);
        var path = OutputPath.Open(call.Get(output), RowSpec.ImageOf(model.Manifest) is not null);
        var (originals, reconstructed) = (new RowCollector(), new RowCollector());
        var sources = new RowSources(call, RowSpec.InputOf(model), call.Get(resize));
        foreach (var part in sources.Open(call.Get(inputs)).Read())
        {
            reconstructed.Add(model.Reconstruct(part.Values.Span), part.Names);
            if (path.Kind == OutputKind.Sheet)
                originals.Add(part.Values.ToArray());
        }

        var table = RowTable.OfRows(reconstructed.ToArray(), model) with { Names = reconstructed.Names, Originals = originals.ToArray() };
        AnswerWritten(call, new RowWriter(call, sources.Files).Write(path, table), path.Path);
        return ExitCode.Done;
    }
}
