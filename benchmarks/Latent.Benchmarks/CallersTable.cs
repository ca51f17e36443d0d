using System.Globalization;
using System.Text;

namespace Latent.Benchmarks;

/// <summary>Writes what many callers of one model get as a table for people.</summary>
internal static class CallersTable
{
    /// <summary>Writes <c>callers.md</c>.</summary>
    /// <param name="folder">The folder that holds one folder a processor.</param>
    /// <param name="results">The rows.</param>
    /// <returns>The file.</returns>
    public static string Write(string folder, IEnumerable<CallersResult> results)
    {
        var text = new StringBuilder();
        text.Append("`./build.sh --target=Bench`. Threads that call `Detect` of one model with one row, again and again. Where there are more threads than\n");
        text.Append("cores, a call that loses its core waits for a time slice of the system: that is what 99 % shows there.\n\n");
        text.Append("| bundle | callers | verdicts a second | 50 % below, us | 99 % below, us |\n|---|---:|---:|---:|---:|\n");
        foreach (var result in results)
            text.Append(CultureInfo.InvariantCulture, $"| {result.Case} | {result.Callers} | {result.RowsPerSecond:N0} | {result.Percentile50:N1} | {result.Percentile99:N1} |\n");
        return ResultsTable.Write(folder, "Callers of one model", "callers.md", text.ToString());
    }
}
