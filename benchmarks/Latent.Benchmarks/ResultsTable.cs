using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Latent.Benchmarks;

/// <summary>Writes results as a Markdown table, in a folder named after the processor.</summary>
internal static partial class ResultsTable
{
    /// <summary>Writes <c>batcher.md</c>.</summary>
    /// <param name="folder">The folder with one subfolder per processor.</param>
    /// <param name="results">The rows.</param>
    /// <returns>The file.</returns>
    public static string WriteBatcher(string folder, IEnumerable<BatcherResult> results)
    {
        var processor = Processor();
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"# Single requests through a batcher, {processor}, {Environment.ProcessorCount} cores\n\n");
        text.Append(
            "`./build.sh --target=Bench`: verdicts per second of callers that each wait for a response before their next request,\n");
        text.Append("by `Detect` with one row and by `Batcher.DetectAsync`; medians of interleaved rounds; ratio = batched / alone.\n\n");
        text.Append("| case | alone, rows/s | batched, rows/s | ratio | alone, 99th percentile, us | batched, 99th percentile, us |\n");
        text.Append("|---|---:|---:|---:|---:|---:|\n");
        foreach (var result in results)
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {result.Case} | {result.Alone:N0} | {result.Batched:N0} | {result.Ratio:F2} | {result.AloneP99:N0} | " +
                $"{result.BatchedP99:N0} |\n");
        return WriteFile(folder, processor, "batcher.md", text.ToString());
    }

    /// <summary>Writes a table under a title that names the processor.</summary>
    /// <param name="folder">The folder with one subfolder per processor.</param>
    /// <param name="title">The title of the measurement.</param>
    /// <param name="name">The file name.</param>
    /// <param name="text">The text below the title.</param>
    /// <returns>The file.</returns>
    public static string Write(string folder, string title, string name, string text)
    {
        var processor = Processor();
        return WriteFile(
            folder,
            processor,
            name,
            string.Create(CultureInfo.InvariantCulture, $"# {title}, {processor}, {Environment.ProcessorCount} cores\n\n{text}"));
    }

    private static string WriteFile(string folder, string processor, string name, string text)
    {
        var file = Path.Combine(folder, FolderName().Replace(processor, "-").Trim('-').ToLowerInvariant(), name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }

    private static string Processor()
    {
        const string Key = "model name";
        var line = File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith(Key, StringComparison.Ordinal))
            : null;
        return line?[(line.IndexOf(':') + 1)..].Trim() ?? "unknown processor";
    }

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex FolderName();
}
