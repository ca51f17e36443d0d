using System.CommandLine;
using Latent.Files;
using Latent.Runtime;

namespace Latent.Cli;

/// <summary><c>latent interpolate</c>.</summary>
internal sealed class InterpolateCommand : ModelCommand
{
    private const int MaxSheetColumns = 20;
    private const string Linear = "linear";
    private const string Spherical = "spherical";

    private readonly Argument<string> from = new("FROM")
    {
        Description = "The first row: an input with a single row, or INPUT:ROW with 0-based rows; for sentence models, a sentence.",
    };
    private readonly Argument<string> to = new("TO") { Description = "The last row, in the same form." };
    private readonly Option<int> steps = CommonOptions.Whole("--steps", "Number of rows, including both ends.", lowest: 2, standard: 8);
    private readonly Option<string> kind = new("--kind")
    {
        Description = "The path between the codes: a straight line, or an arc that preserves their norm.",
        DefaultValueFactory = _ => Linear,
    };
    private readonly Option<string?> output = CommonOptions.OptionalOut($"{OutputPath.RowsHelp} Not needed for texts, which are printed.");
    private readonly TextOptions choices = new();
    private readonly Option<bool> resize = CommonOptions.Resize();

    public InterpolateCommand(Terminal terminal, CancellationToken cancellation)
        : base("interpolate", "Decodes points on the path between the codes of two rows.", terminal, cancellation)
    {
        kind.AcceptOnlyFromAmong(Linear, Spherical);
        Declare([from, to, steps, kind, output, resize, .. choices.All]);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "latent interpolate artifacts/models/mnist-vae mnist:0 mnist:7 --steps 8 --out path.png",
        "latent interpolate artifacts/models/mnist-vae three.png eight.png --kind spherical --out path/",
        "latent interpolate models/verses-vae \"He wept.\" \"They rejoiced with great joy.\"",
    ];

    protected override int Execute(Invocation call)
    {
        if (IsOfSentences(call))
            return InterpolateTexts(call);
        using var model = Load(call);
        var path = OutputPath.Open(CommonOptions.Needed(call, output), RowSpec.ImageOf(model.Manifest) is not null);
        var spec = RowSpec.InputOf(model);
        var sources = new RowSources(call, spec, call.Get(resize));
        var ends = new[] { call.Get(from), call.Get(to) }.Select(end => RowReference.Parse(end).Read(sources, spec)).ToArray();
        var count = call.Get(steps);

        var rows = model.Interpolate(ends[0], ends[1], count, KindOf(call));
        var table = RowTable.OfRows(rows, model) with { SheetColumns = Math.Min(count, MaxSheetColumns) };
        AnswerWritten(call, new RowWriter(call, sources.Files).Write(path, table), path.Path);
        return ExitCode.Done;
    }

    private InterpolationKind KindOf(Invocation call) =>
        call.Get(kind) == Spherical ? InterpolationKind.Spherical : InterpolationKind.Linear;

    private int InterpolateTexts(Invocation call)
    {
        using var model = LoadSentences(call);
        foreach (var end in new[] { call.Get(from), call.Get(to) })
            NoteUnknown(call, model, end);
        AnswerTexts(call, model.Interpolate(call.Get(from), call.Get(to), call.Get(steps), KindOf(call), choices.Read(call)));
        return ExitCode.Done;
    }
}
