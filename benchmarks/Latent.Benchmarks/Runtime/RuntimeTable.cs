using System.Globalization;
using System.Text;

namespace Latent.Benchmarks;

/// <summary>Writes the results of the runtime benchmark as a Markdown table.</summary>
internal static class RuntimeTable
{
    /// <summary>Writes <c>runtime.md</c>.</summary>
    /// <param name="folder">The folder with one subfolder per processor.</param>
    /// <param name="graphs">The results of every graph, batch size and number of threads.</param>
    /// <returns>The file.</returns>
    public static string Write(string folder, IReadOnlyList<RuntimeResult> graphs)
    {
        var text = new StringBuilder();
        AppendGraphs(text, graphs);
        return ResultsTable.Write(folder, "Runtime", "runtime.md", text.ToString());
    }

    private static void AppendGraphs(StringBuilder text, IReadOnlyList<RuntimeResult> graphs)
    {
        text.Append("`./build.sh --target=Bench`. Our operation compared with `RunWithBinding` of ONNX Runtime on buffers bound before,\n");
        text.Append("in the same process, with the same session options, interleaved: medians in microseconds; ratio = ours / raw;\n");
        text.Append("bytes = managed memory per call. With two threads, both use one pool, `SharedThreads`. Graphs without an operation\n");
        text.Append("run by `GraphSession.Bind`.\n\n");
        text.Append("| bundle | graph | threads | batch | ours, us | raw, us | ratio | bytes |\n|---|---|---:|---:|---:|---:|---:|---:|\n");
        foreach (var result in graphs)
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {result.Case} | {result.Graph} | {result.Threads} | {result.Batch} | {result.OursMicroseconds:N1} | " +
                $"{result.RawMicroseconds:N1} | {result.Ratio:F3} | {result.BytesPerCall:F0} |\n");
    }
}
