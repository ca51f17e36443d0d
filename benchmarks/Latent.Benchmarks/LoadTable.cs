using System.Globalization;
using System.Text;

namespace Latent.Benchmarks;

/// <summary>Writes what loading takes as a table for people.</summary>
internal static class LoadTable
{
    /// <summary>Writes <c>load.md</c>.</summary>
    /// <param name="folder">The folder that holds one folder a processor.</param>
    /// <param name="results">The rows.</param>
    /// <returns>The file.</returns>
    public static string Write(string folder, IEnumerable<LoadResult> results)
    {
        var text = new StringBuilder();
        text.Append("`./build.sh --target=Bench`. Each row is a process of its own; every verb of every model was called once, or one verdict asked for.\n");
        text.Append("Private memory leaves files out that are mapped, resident memory counts them. The last three columns are what a model adds, from the first to the last.\n\n");
        text.Append("| case | models | time, ms | private, MB | resident, MB | threads | private, MB a model | resident, MB a model | threads a model |\n");
        text.Append("|---|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        foreach (var result in results)
            text.Append(CultureInfo.InvariantCulture, $"| {result.Case} | {Row(result.Samples[^1])} | {result.PrivateMegabytesAModel:F2} | {result.ResidentMegabytesAModel:F2} | {result.ThreadsAModel:F2} |\n");
        return ResultsTable.Write(folder, "Loading models", "load.md", text.ToString());
    }

    private static string Row(LoadSample last) => string.Create(
        CultureInfo.InvariantCulture, $"{last.Models} | {last.Milliseconds:N0} | {last.PrivateMegabytes:N0} | {last.ResidentMegabytes:N0} | {last.Threads}");
}
