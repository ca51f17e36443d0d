using System.CommandLine;

namespace Latent.Cli;

/// <summary><c>latent data path</c>.</summary>
internal sealed class DataPathCommand : LatentSubcommand
{
    private readonly Argument<string> name = new("NAME") { Description = "A name that 'latent data list' shows." };

    public DataPathCommand(Terminal terminal, CancellationToken cancellation)
        : base(
            "path",
            "Prints the folder of a data set's files, whether or not they have been downloaded yet.",
            terminal,
            cancellation) => Arguments.Add(name);

    public override IReadOnlyList<string> Examples => ["ls \"$(latent data path mnist)\""];

    protected override int Execute(Invocation call)
    {
        var path = new DataAccess(call).Catalogue.GetPath(call.Get(name));
        call.Answer(new { name = call.Get(name), path }, path);
        return ExitCode.Done;
    }
}
