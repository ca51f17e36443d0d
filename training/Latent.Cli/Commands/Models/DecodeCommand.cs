using System.CommandLine;
using Latent.Files;

namespace Latent.Cli;

/// <summary><c>latent decode</c>.</summary>
internal sealed class DecodeCommand : ModelCommand
{
    private readonly Argument<string[]> codes = new("CODES")
    {
        Description = "Latent codes, as written by 'latent encode': .npy or .csv.",
        Arity = ArgumentArity.OneOrMore,
    };
    private readonly Option<string> output = CommonOptions.Out(OutputPath.RowsHelp);

    public DecodeCommand(Terminal terminal, CancellationToken cancellation)
        : base("decode", "Decodes latent codes into rows.", terminal, cancellation) => Declare(codes, output);

    public override IReadOnlyList<string> Examples => ["latent decode artifacts/models/mnist-vae codes.npy --out images.png"];

    protected override int Execute(Invocation call)
    {
        using var model = Load(call);
        var path = OutputPath.Open(call.Get(output), RowSpec.ImageOf(model.Manifest) is not null);
        var rows = new RowCollector();
        var sources = new RowSources(call, RowSpec.CodeOf(model));
        foreach (var part in sources.Open(call.Get(codes)).Read())
            rows.Add(model.Decode(part.Values.Span));

        var table = RowTable.OfRows(rows.ToArray(), model);
        AnswerWritten(call, new RowWriter(call, sources.Files).Write(path, table), path.Path);
        return ExitCode.Done;
    }
}
