using System.Globalization;

namespace Latent.Benchmarks;

/// <summary>What Linux says of this process.</summary>
internal static class ProcessMemory
{
    /// <summary>Megabytes that belong to this process alone, files that are mapped not counted.</summary>
    public static double PrivateMegabytes => Value("RssAnon") / 1024;

    /// <summary>Megabytes in memory, files that are mapped among them.</summary>
    public static double ResidentMegabytes => Value("VmRSS") / 1024;

    /// <summary>Threads.</summary>
    public static int Threads => (int)Value("Threads");

    private static double Value(string key) => double.Parse(
        File.ReadLines("/proc/self/status").First(line => line.StartsWith(key + ":", StringComparison.Ordinal)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture);
}
