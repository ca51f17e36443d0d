using System.Globalization;
using System.Text;

namespace Latent.Benchmarks;

/// <summary>Writes the results of the exporter benchmark as a Markdown table.</summary>
internal static class ExporterTable
{
    /// <summary>Writes <c>exporter.md</c>.</summary>
    /// <param name="folder">The folder with one subfolder per processor.</param>
    /// <param name="results">The rows.</param>
    /// <returns>The file.</returns>
    public static string Write(string folder, IEnumerable<ExporterResult> results)
    {
        var text = new StringBuilder();
        text.Append("`./build.sh --target=Bench`: medians of exports and of writing the weights from memory to the same disk,\n");
        text.Append("interleaved. Resident memory is that of the whole process: .NET, LibTorch, the model, and ONNX Runtime if the\n");
        text.Append(
            "export is verified; the last column is the weights plus the memory that the export adds, relative to the weights.\n\n");
        text.Append("| case | export, ms | copy, ms | ratio | weights, MiB | resident before, MiB | peak, MiB | memory ratio |\n");
        text.Append("|---|---:|---:|---:|---:|---:|---:|---:|\n");
        foreach (var result in results)
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {result.Case} | {result.Milliseconds:F1} | {result.CopyMilliseconds:F1} | {result.TimeRatio:F2} | " +
                $"{result.WeightBytes / 1048576.0:F1} | {result.BeforeBytes >> 20} | {result.PeakBytes >> 20} | " +
                $"{result.MemoryRatio:F2} |\n");
        return ResultsTable.Write(folder, "Exports to ONNX", "exporter.md", text.ToString());
    }
}
