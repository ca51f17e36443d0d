using System.CommandLine;
using Latent.Runtime;

namespace Latent.Cli;

/// <summary><c>latent interpolate</c>.</summary>
internal sealed class InterpolateVerb : ModelVerb
{
    private const int WidestLine = 20;
    private const string Linear = "linear";
    private const string Spherical = "spherical";

    private readonly Argument<string> from = new("FROM") { Description = "The first row: an input of one row, or INPUT:ROW with rows counted from 0." };
    private readonly Argument<string> to = new("TO") { Description = "The last row, likewise." };
    private readonly Option<int> steps = CommonOptions.Whole("--steps", "How many rows, both ends included.", lowest: 2, standard: 8);
    private readonly Option<string> kind = new("--kind")
    {
        Description = "The way between the codes: a straight line, or an arc that keeps their length.",
        DefaultValueFactory = _ => Linear,
    };
    private readonly Option<string> output = CommonOptions.Out(OutputPath.RowsHelp);
    private readonly Option<bool> resize = CommonOptions.Resize();

    public InterpolateVerb(Terminal terminal, CancellationToken cancellation)
        : base("interpolate", "Decodes points on the way between the codes of two rows.", terminal, cancellation)
    {
        kind.AcceptOnlyFromAmong(Linear, Spherical);
        Declare(from, to, steps, kind, output, resize);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "latent interpolate artifacts/models/mnist-vae mnist:0 mnist:7 --steps 8 --out path.png",
        "latent interpolate artifacts/models/mnist-vae three.png eight.png --kind spherical --out path/",
    ];

    protected override int Execute(Invocation call)
    {
        using var model = Load(call);
        var path = OutputPath.Open(call.Get(output), RowSpec.ImageOf(model.Manifest) is not null);
        var spec = RowSpec.InputOf(model);
        var sources = new RowSources(call, spec, call.Get(resize));
        var ends = new[] { call.Get(from), call.Get(to) }.Select(end => RowReference.Parse(end).Read(sources, spec)).ToArray();
        var way = call.Get(kind) == Spherical ? InterpolationKind.Spherical : InterpolationKind.Linear;
        var count = call.Get(steps);

        var rows = model.Interpolate(ends[0], ends[1], count, way);
        var table = RowTable.OfRows(rows, model) with { SheetColumns = Math.Min(count, WidestLine) };
        AnswerWritten(call, new RowWriter(call, sources.Files).Write(path, table), path.Path);
        return ExitCode.Done;
    }
}
