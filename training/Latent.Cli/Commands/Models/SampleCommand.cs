using System.CommandLine;
using Latent.Files;

namespace Latent.Cli;

/// <summary><c>latent sample</c>.</summary>
internal sealed class SampleCommand : ModelCommand
{
    private readonly Option<int> count = CommonOptions.Whole("--count", "Number of rows.", lowest: 1, standard: 16);
    private readonly Option<long> seed = CommonOptions.Seed("The same seed gives the same rows on every machine.");
    private readonly Option<double> temperature = CommonOptions.Number(
        "--temperature", "Below 1 for more typical rows, above 1 for more varied ones.", "a number of at least 0", value => value >= 0,
        standard: 1);
    private readonly Option<double> truncation = CommonOptions.Number(
        "--truncation",
        "Resample latents that are more than this many standard deviations from 0: 2 gives more typical rows. [default: none]",
        "a number of at least 0.1", value => value >= 0.1);
    private readonly Option<string?> output = CommonOptions.OptionalOut($"{OutputPath.RowsHelp} Not needed for texts, which are printed.");
    private readonly TextOptions choices = new();

    public SampleCommand(Terminal terminal, CancellationToken cancellation)
        : base("sample", "Samples new rows from a model with a prior, such as a variational autoencoder.", terminal, cancellation) =>
        Declare([count, seed, temperature, truncation, output, .. choices.All]);

    public override IReadOnlyList<string> Examples =>
    [
        "latent sample artifacts/models/mnist-vae --count 16 --seed 42 --out grid.png",
        "latent sample artifacts/models/mnist-vae --count 1000 --temperature 0.8 --out rows.npy",
        "latent sample models/verses-vae --count 5 --seed 1",
    ];

    protected override int Execute(Invocation call)
    {
        if (IsOfSentences(call))
            return SampleTexts(call);
        using var model = Load(call);
        var path = OutputPath.Open(CommonOptions.Needed(call, output), RowSpec.ImageOf(model.Manifest) is not null);
        var rows = model.Sample(call.Get(count), call.Get(seed), call.Get(temperature), TruncationOf(call));
        AnswerWritten(call, new RowWriter(call).Write(path, RowTable.OfRows(rows, model)), path.Path);
        return ExitCode.Done;
    }

    private double TruncationOf(Invocation call) => call.Has(truncation) ? call.Get(truncation) : double.PositiveInfinity;

    private int SampleTexts(Invocation call)
    {
        using var model = LoadSentences(call);
        AnswerTexts(call, model.Sample(call.Get(count), call.Get(seed), call.Get(temperature), choices.Read(call), TruncationOf(call)));
        return ExitCode.Done;
    }
}
