using System.CommandLine;

namespace Latent.Cli;

/// <summary><c>latent benchmark</c>: a group of subcommands.</summary>
internal sealed class BenchmarkVerb : Command
{
    public BenchmarkVerb(Terminal terminal, CancellationToken cancellation)
        : base("benchmark", "Trains recipes several times and says how good they are, and how far the figures scatter; measures codecs beside JPEG.")
    {
        Add(new SeedsVerb(terminal, cancellation));
        Add(new OneClassVerb(terminal, cancellation));
        Add(new TabularVerb(terminal, cancellation));
        Add(new AlarmVerb(terminal, cancellation));
        Add(new RecommenderVerb(terminal, cancellation));
        Add(new LatencyVerb(terminal, cancellation));
        Add(new CodecBenchmarkVerb(terminal, cancellation));
        Add(new ParaphraseBenchmarkVerb(terminal, cancellation));
        Add(new MoleculesVerb(terminal, cancellation));
    }
}
