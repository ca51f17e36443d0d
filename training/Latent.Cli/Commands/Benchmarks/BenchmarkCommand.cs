using System.CommandLine;

namespace Latent.Cli;

/// <summary><c>latent benchmark</c>: a group of subcommands.</summary>
internal sealed class BenchmarkCommand : Command
{
    public BenchmarkCommand(Terminal terminal, CancellationToken cancellation)
        : base(
            "benchmark",
            "Measures recipes over several seeds, with mean and standard deviation of their metrics; compares codecs with JPEG.")
    {
        Add(new SeedsCommand(terminal, cancellation));
        Add(new OneClassCommand(terminal, cancellation));
        Add(new TabularCommand(terminal, cancellation));
        Add(new AlarmCommand(terminal, cancellation));
        Add(new RecommenderCommand(terminal, cancellation));
        Add(new LatencyCommand(terminal, cancellation));
        Add(new CodecBenchmarkCommand(terminal, cancellation));
        Add(new ParaphraseBenchmarkCommand(terminal, cancellation));
        Add(new MoleculesCommand(terminal, cancellation));
    }
}
