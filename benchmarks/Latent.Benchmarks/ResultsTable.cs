using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Latent.Benchmarks;

/// <summary>Writes results as a table for people, in a folder named by the processor.</summary>
internal static partial class ResultsTable
{
    /// <summary>Writes <c>training.md</c>.</summary>
    /// <param name="folder">The folder that holds one folder a processor.</param>
    /// <param name="results">The rows.</param>
    /// <returns>The file.</returns>
    public static string WriteTraining(string folder, IEnumerable<TrainingResult> results)
    {
        var processor = Processor();
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# Training step, {processor}, {Environment.ProcessorCount} cores\n\n");
        text.Append("`./build.sh --target=Bench`: batch 128, medians of interleaved runs; ratio = Python / ours.\n\n");
        text.Append("| case | ours, ms | PyTorch, ms | ratio |\n|---|---:|---:|---:|\n");
        foreach (var result in results)
            text.Append(CultureInfo.InvariantCulture, $"| {result.Case} | {result.OursMilliseconds:F2} | {result.PythonMilliseconds:F2} | {result.Ratio:F2} |\n");

        return Write(folder, processor, "training.md", text.ToString());
    }

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
        return Write(folder, processor, "batcher.md", text.ToString());
    }

    /// <summary>Writes <c>exporter.md</c>.</summary>
    /// <param name="folder">The folder that holds one folder a processor.</param>
    /// <param name="results">The rows.</param>
    /// <returns>The file.</returns>
    public static string WriteExporter(string folder, IEnumerable<ExporterResult> results)
    {
        var processor = Processor();
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# Exports to ONNX, {processor}, {Environment.ProcessorCount} cores\n\n");
        text.Append("`./build.sh --target=Bench`: medians of exports and of writing the weights from memory to the same disk, in turns. Memory is all\n");
        text.Append("that the process has resident: .NET, LibTorch, the model, and ONNX Runtime where the graph is compared with the model.\n\n");
        text.Append("| case | export, ms | copy, ms | ratio | weights, MiB | resident before, MiB | at the peak, MiB | peak / weights |\n|---|---:|---:|---:|---:|---:|---:|---:|\n");
        foreach (var result in results)
            text.Append(CultureInfo.InvariantCulture, $"| {result.Case} | {result.Milliseconds:F1} | {result.CopyMilliseconds:F1} | {result.TimeRatio:F2} | {result.WeightBytes / 1048576.0:F1} | {result.BeforeBytes >> 20} | {result.PeakBytes >> 20} | {result.MemoryRatio:F2} |\n");
        return Write(folder, processor, "exporter.md", text.ToString());
    }

    private static string Write(string folder, string processor, string name, string text)
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
