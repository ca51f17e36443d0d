using System.Globalization;
using System.Text;

namespace Latent.Benchmarks;

/// <summary>Writes the results for concurrent callers of one model as a Markdown table.</summary>
internal static class CallersTable
{
    /// <summary>Writes <c>callers.md</c>.</summary>
    /// <param name="folder">The folder with one subfolder per processor.</param>
    /// <param name="results">The rows.</param>
    /// <returns>The file.</returns>
    public static string Write(string folder, IEnumerable<CallersResult> results)
    {
        var text = new StringBuilder();
        text.Append("`./build.sh --target=Bench`. Threads that repeatedly call `Detect` of one model with one row. With more threads\n");
        text.Append("than cores, a preempted call waits for a time slice of the system, which the 99th percentile shows.\n\n");
        text.Append("| bundle | callers | verdicts/s | median, us | 99th percentile, us |\n|---|---:|---:|---:|---:|\n");
        foreach (var result in results)
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {result.Case} | {result.Callers} | {result.RowsPerSecond:N0} | {result.Percentile50:N1} | " +
                $"{result.Percentile99:N1} |\n");
        return ResultsTable.Write(folder, "Callers of one model", "callers.md", text.ToString());
    }
}
