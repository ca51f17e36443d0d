using System.CommandLine;

namespace Latent.Cli;

/// <summary><c>latent data</c>: a group of subcommands.</summary>
internal sealed class DataVerb : Command
{
    public DataVerb(Terminal terminal, CancellationToken cancellation)
        : base("data", "Lists, fetches and finds data sets.")
    {
        Add(new DataListVerb(terminal, cancellation));
        Add(new DataGetVerb(terminal, cancellation));
        Add(new DataPathVerb(terminal, cancellation));
    }
}
