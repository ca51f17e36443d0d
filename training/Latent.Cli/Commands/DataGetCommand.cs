using System.CommandLine;

namespace Latent.Cli;

/// <summary><c>latent data get</c>.</summary>
internal sealed class DataGetCommand : LatentSubcommand
{
    private readonly Argument<string> name = new("NAME") { Description = "A name that 'latent data list' shows." };

    public DataGetCommand(Terminal terminal, CancellationToken cancellation)
        : base("get", "Fetches a data set into the cache, and checks every file.", terminal, cancellation) => Arguments.Add(name);

    public override IReadOnlyList<string> Examples => ["latent data get mnist", "LATENT_DATA=/mnt/data latent data get fashion-mnist"];

    protected override int Execute(Invocation call)
    {
        var path = new DataAccess(call).Fetch(call.Get(name));
        call.Answer(
            new { name = call.Get(name), path },
            path is null ? $"{call.Get(name)} is made on the spot: there is nothing to fetch." : $"{call.Get(name)} is in {path}");
        return ExitCode.Done;
    }
}
