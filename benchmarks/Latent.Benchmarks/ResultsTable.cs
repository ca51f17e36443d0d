using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Latent.Benchmarks;

/// <summary>Writes results as a table for people, in a folder named by the processor.</summary>
internal static partial class ResultsTable
{
    /// <summary>Writes <c>batcher.md</c>.</summary>
    /// <param name="folder">The folder that holds one folder a processor.</param>
    /// <param name="results">The rows.</param>
    /// <returns>The file.</returns>
    public static string WriteBatcher(string folder, IEnumerable<BatcherResult> results)
    {
        var processor = Processor();
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# Single requests through a batcher, {processor}, {Environment.ProcessorCount} cores\n\n");
        text.Append("`./build.sh --target=Bench`: verdicts a second of callers that each wait for an answer before they ask again, by `Detect`\n");
        text.Append("with one row and by `Batcher.DetectAsync`; medians of interleaved rounds; ratio = batched / alone.\n\n");
        text.Append("| case | alone, rows/s | batched, rows/s | ratio | alone, 99 % below, us | batched, 99 % below, us |\n|---|---:|---:|---:|---:|---:|\n");
        foreach (var result in results)
            text.Append(CultureInfo.InvariantCulture, $"| {result.Case} | {result.Alone:N0} | {result.Batched:N0} | {result.Ratio:F2} | {result.AloneP99:N0} | {result.BatchedP99:N0} |\n");
        return WriteFile(folder, processor, "batcher.md", text.ToString());
    }

    /// <summary>Writes a table under a title that names the processor.</summary>
    /// <param name="folder">The folder that holds one folder a processor.</param>
    /// <param name="title">What was measured.</param>
    /// <param name="name">The name of the file.</param>
    /// <param name="text">What comes below the title.</param>
    /// <returns>The file.</returns>
    public static string Write(string folder, string title, string name, string text)
    {
        var processor = Processor();
        return WriteFile(folder, processor, name, string.Create(CultureInfo.InvariantCulture, $"# {title}, {processor}, {Environment.ProcessorCount} cores\n\n{text}"));
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
        var line = File.Exists("/proc/cpuinfo") ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith(Key, StringComparison.Ordinal)) : null;
        return line?[(line.IndexOf(':') + 1)..].Trim() ?? "unknown processor";
    }

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex FolderName();
}
