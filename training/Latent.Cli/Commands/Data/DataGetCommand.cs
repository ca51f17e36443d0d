using System.CommandLine;

namespace Latent.Cli;

/// <summary><c>latent data get</c>.</summary>
internal sealed class DataGetCommand : LatentSubcommand
{
    private readonly Argument<string> name = new("NAME") { Description = "A name that 'latent data list' shows." };

    public DataGetCommand(Terminal terminal, CancellationToken cancellation)
        : base("get", "Downloads a data set into the cache and verifies every file.", terminal, cancellation) => Arguments.Add(name);

    public override IReadOnlyList<string> Examples => ["latent data get mnist", "LATENT_DATA=/mnt/data latent data get fashion-mnist"];

    protected override int Execute(Invocation call)
    {
        var path = new DataAccess(call).Fetch(call.Get(name));
        call.Answer(
            new { name = call.Get(name), path },
            path is null ? $"{call.Get(name)} is generated on demand: there is nothing to download." : $"{call.Get(name)} is in {path}");
        return ExitCode.Done;
    }
}
