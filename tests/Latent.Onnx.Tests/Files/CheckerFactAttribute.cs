using System.Diagnostics;

namespace Latent.Onnx.Tests;

/// <summary>A test with the checker of the onnx package; skipped if Debian's python3-onnx is not installed.</summary>
internal sealed class CheckerFactAttribute : FactAttribute
{
    /// <summary>The interpreter that Debian's packages belong to.</summary>
    public const string Python = "/usr/bin/python3";

    public CheckerFactAttribute()
    {
        if (!IsInstalled())
            Skip = "There is no onnx.checker here: apt-get install python3-onnx.";
    }

    private static bool IsInstalled()
    {
        if (!File.Exists(Python))
            return false;
        using var process = Process.Start(new ProcessStartInfo(Python, ["-c", "import onnx.checker"]) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
