using System.CommandLine;

namespace Latent.Cli;

/// <summary><c>latent data</c>: a group of subcommands.</summary>
internal sealed class DataCommand : Command
{
    public DataCommand(Terminal terminal, CancellationToken cancellation)
        : base("data", "Lists, downloads and locates data sets.")
    {
        Add(new DataListCommand(terminal, cancellation));
        Add(new DataGetCommand(terminal, cancellation));
        Add(new DataPathCommand(terminal, cancellation));
    }
}
