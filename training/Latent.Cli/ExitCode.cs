namespace Latent.Cli;

/// <summary>The exit codes of the command.</summary>
public static class ExitCode
{
    /// <summary>Success.</summary>
    public const int Done = 0;

    /// <summary>A check failed: a bundle or an export exceeds its tolerance, or one of several recipes failed.</summary>
    public const int CheckFailed = 1;

    /// <summary>Invalid arguments or input.</summary>
    public const int BadInput = 2;

    /// <summary>An internal error of the command (EX_SOFTWARE of sysexits.h).</summary>
    public const int Defect = 70;

    /// <summary>Stopped by Ctrl-C or SIGTERM (128 + SIGINT).</summary>
    public const int Stopped = 130;
}
