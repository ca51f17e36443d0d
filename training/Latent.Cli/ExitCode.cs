namespace Latent.Cli;

/// <summary>What the command returns to the shell.</summary>
public static class ExitCode
{
    /// <summary>What was asked for is done.</summary>
    public const int Done = 0;

    /// <summary>A check failed: a bundle or an export is beyond its tolerance, or some of several recipes did not become bundles.</summary>
    public const int CheckFailed = 1;

    /// <summary>The arguments or what they point at cannot be used.</summary>
    public const int BadInput = 2;

    /// <summary>A defect of the command itself (EX_SOFTWARE of sysexits.h).</summary>
    public const int Defect = 70;

    /// <summary>Stopped by Ctrl-C or SIGTERM.</summary>
    public const int Stopped = 130;
}
