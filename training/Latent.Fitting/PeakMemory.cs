using System.Diagnostics;

namespace Latent.Fitting;

/// <summary>The peak memory of this process, for any purpose.</summary>
internal static class PeakMemory
{
    private const double BytesPerMegabyte = 1e6;

    /// <summary>The peak working set so far, in megabytes of 10^6 bytes.</summary>
    public static double Megabytes
    {
        get
        {
            using var process = Process.GetCurrentProcess();
            return Math.Round(process.PeakWorkingSet64 / BytesPerMegabyte, 1);
        }
    }
}
