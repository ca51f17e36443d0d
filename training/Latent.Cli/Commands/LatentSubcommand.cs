using System.CommandLine;

namespace Latent.Cli;

/// <summary>A subcommand: declares its arguments and options in its constructor, and does its work in <see cref="Execute"/>.</summary>
internal abstract class LatentSubcommand : Command
{
    protected LatentSubcommand(string name, string description, Terminal terminal, CancellationToken cancellation)
        : base(name, description) =>
        SetAction(parse => Execute(new Invocation(parse, terminal, cancellation)));

    /// <summary>The example command lines in the help.</summary>
    public virtual IReadOnlyList<string> Examples => [];

    protected abstract int Execute(Invocation call);
}
