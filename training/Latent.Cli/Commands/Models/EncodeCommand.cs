using System.CommandLine;
using Latent.Files;
using Latent.Runtime;

namespace Latent.Cli;

/// <summary><c>latent encode</c>.</summary>
internal sealed class EncodeCommand : ModelCommand
{
    private readonly Argument<string[]> inputs = CommonOptions.Inputs();
    private readonly Option<string> output = CommonOptions.Out("Output file for the latent codes: .npy or .csv.");
    private readonly Option<string> logVariance = new("--log-variance")
    {
        Description = "Output file for the log variances of the codes, for models that have them: .npy or .csv.",
        HelpName = "PATH",
    };
    private readonly Option<bool> resize = CommonOptions.Resize();

    public EncodeCommand(Terminal terminal, CancellationToken cancellation)
        : base("encode", "Encodes rows into latent codes: the mean, never a random sample.", terminal, cancellation) =>
        Declare(inputs, output, logVariance, resize);

    public override IReadOnlyList<string> Examples =>
    [
        "latent encode artifacts/models/mnist-dense mnist --out codes.npy",
        "latent encode artifacts/models/mnist-vae images/ --out means.csv --log-variance log-variances.csv",
    ];

    protected override int Execute(Invocation call)
    {
        using var model = Load(call);
        var codesPath = OutputPath.Open(call.Get(output), areImages: false);
        var variancePath = call.Find(logVariance) is { } path ? OutputPath.Open(path, areImages: false) : null;
        var (means, variances) = (new RowCollector(), new RowCollector());
        var sources = new RowSources(call, RowSpec.InputOf(model), call.Get(resize));
        foreach (var part in sources.Open(call.Get(inputs)).Read())
        {
            var codes = model.Encode(part.Values.Span);
            means.Add(codes.Mean);
            if (variancePath is not null)
                variances.Add(codes.LogVariance ?? throw NoVariance(model));
        }

        var table = RowTable.OfCodes(means.ToArray(), model);
        var writer = new RowWriter(call, sources.Files);
        writer.Write(codesPath, table);
        if (variancePath is not null)
            writer.Write(variancePath, RowTable.OfCodes(variances.ToArray(), model));
        AnswerWritten(call, table.Count, codesPath.Path);
        return ExitCode.Done;
    }

    private static UsageException NoVariance(Autoencoder model) =>
        new($"The codes of family '{model.Manifest.Family}' have no variance. Remove --log-variance.");
}
