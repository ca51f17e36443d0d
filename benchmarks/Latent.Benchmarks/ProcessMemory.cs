using System.Globalization;

namespace Latent.Benchmarks;

/// <summary>The memory and threads of this process, as reported by Linux.</summary>
internal static class ProcessMemory
{
    /// <summary>The private memory in megabytes, without mapped files.</summary>
    public static double PrivateMegabytes => Value("RssAnon") / 1024;

    /// <summary>The resident memory in megabytes, including mapped files.</summary>
    public static double ResidentMegabytes => Value("VmRSS") / 1024;

    /// <summary>The number of threads.</summary>
    public static int Threads => (int)Value("Threads");

    private static double Value(string key) => double.Parse(
        File.ReadLines("/proc/self/status").First(line => line.StartsWith(key + ":", StringComparison.Ordinal))
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture);
}
