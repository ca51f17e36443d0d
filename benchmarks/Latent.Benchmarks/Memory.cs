using System.Globalization;

namespace Latent.Benchmarks;

/// <summary>The resident memory of this process, as reported by Linux.</summary>
internal static class Memory
{
    /// <summary>Returns the current resident memory in bytes.</summary>
    public static long Resident() => Read("VmRSS:");

    /// <summary>Returns the peak resident memory in bytes since <see cref="ResetPeak"/>.</summary>
    public static long Peak() => Read("VmHWM:");

    /// <summary>Resets the peak.</summary>
    public static void ResetPeak()
    {
        GC.Collect();
        // 5 resets the peak resident set size (proc(5), /proc/pid/clear_refs).
        File.WriteAllText("/proc/self/clear_refs", "5");
    }

    private static long Read(string key)
    {
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith(key, StringComparison.Ordinal));
        return long.Parse(line[key.Length..^2].Trim(), CultureInfo.InvariantCulture) << 10;
    }
}
