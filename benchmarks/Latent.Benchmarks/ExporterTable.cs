using System.Globalization;
using System.Text;

namespace Latent.Benchmarks;

/// <summary>Writes what exports take as a table for people.</summary>
internal static class ExporterTable
{
    /// <summary>Writes <c>exporter.md</c>.</summary>
    /// <param name="folder">The folder that holds one folder a processor.</param>
    /// <param name="results">The rows.</param>
    /// <returns>The file.</returns>
    public static string Write(string folder, IEnumerable<ExporterResult> results)
    {
        var text = new StringBuilder();
        text.Append("`./build.sh --target=Bench`: medians of exports and of writing the weights from memory to the same disk, in turns. Resident is all\n");
        text.Append("that the process has resident: .NET, LibTorch, the model, and ONNX Runtime where the graph is compared with the model;\n");
        text.Append("the last column is the weights with what an export adds to them, in weights.\n\n");
        text.Append("| case | export, ms | copy, ms | ratio | weights, MiB | resident before, MiB | at the peak, MiB | with the export |\n|---|---:|---:|---:|---:|---:|---:|---:|\n");
        foreach (var result in results)
            text.Append(CultureInfo.InvariantCulture, $"| {result.Case} | {result.Milliseconds:F1} | {result.CopyMilliseconds:F1} | {result.TimeRatio:F2} | {result.WeightBytes / 1048576.0:F1} | {result.BeforeBytes >> 20} | {result.PeakBytes >> 20} | {result.MemoryRatio:F2} |\n");
        return ResultsTable.Write(folder, "Exports to ONNX", "exporter.md", text.ToString());
    }
}
