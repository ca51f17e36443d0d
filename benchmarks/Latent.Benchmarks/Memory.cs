using System.Globalization;

namespace Latent.Benchmarks;

/// <summary>The resident memory of this process, as Linux counts it.</summary>
internal static class Memory
{
    /// <summary>Bytes now.</summary>
    public static long Resident() => Read("VmRSS:");

    /// <summary>Bytes at the peak since <see cref="ForgetPeak"/>.</summary>
    public static long Peak() => Read("VmHWM:");

    /// <summary>Begins a new peak.</summary>
    public static void ForgetPeak()
    {
        GC.Collect();
        File.WriteAllText("/proc/self/clear_refs", "5");
    }

    private static long Read(string key)
    {
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith(key, StringComparison.Ordinal));
        return long.Parse(line[key.Length..^2].Trim(), CultureInfo.InvariantCulture) << 10;
    }
}
