using System.Globalization;
using System.Text;

namespace Latent.Benchmarks;

/// <summary>Writes the results of the load benchmark as a Markdown table.</summary>
internal static class LoadTable
{
    /// <summary>Writes <c>load.md</c>.</summary>
    /// <param name="folder">The folder with one subfolder per processor.</param>
    /// <param name="results">The rows.</param>
    /// <returns>The file.</returns>
    public static string Write(string folder, IEnumerable<LoadResult> results)
    {
        var text = new StringBuilder();
        text.Append("`./build.sh --target=Bench`. Each row is a separate process that calls every operation of every model once, or\n");
        text.Append("requests one verdict. Private memory excludes mapped files, resident memory includes them. The last three columns\n");
        text.Append("are the additional resources per model, from the first model to the last.\n\n");
        text.Append("| case | models | time, ms | private, MB | resident, MB | threads ");
        text.Append("| private, MB per model | resident, MB per model | threads per model |\n");
        text.Append("|---|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        foreach (var result in results)
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {result.Case} | {Row(result.Samples[^1])} | {result.PrivateMegabytesAModel:F2} | " +
                $"{result.ResidentMegabytesAModel:F2} | {result.ThreadsAModel:F2} |\n");
        return ResultsTable.Write(folder, "Loading models", "load.md", text.ToString());
    }

    private static string Row(LoadSample last) => string.Create(
        CultureInfo.InvariantCulture,
            $"{last.Models} | {last.Milliseconds:N0} | {last.PrivateMegabytes:N0} | {last.ResidentMegabytes:N0} | {last.Threads}");
}
