using System.Globalization;
using System.Text;

namespace Latent.Benchmarks;

/// <summary>Writes what the runtime's benchmark measured as a table for people.</summary>
internal static class RuntimeTable
{
    /// <summary>Writes <c>runtime.md</c>.</summary>
    /// <param name="folder">The folder that holds one folder a processor.</param>
    /// <param name="graphs">Every graph, batch and number of threads.</param>
    /// <returns>The file.</returns>
    public static string Write(string folder, IReadOnlyList<RuntimeResult> graphs)
    {
        var text = new StringBuilder();
        AppendGraphs(text, graphs);
        return ResultsTable.Write(folder, "Runtime", "runtime.md", text.ToString());
    }

    private static void AppendGraphs(StringBuilder text, IReadOnlyList<RuntimeResult> graphs)
    {
        text.Append("`./build.sh --target=Bench`. A call of our verb over `RunWithBinding` of ONNX Runtime on buffers bound before, in the same process,\n");
        text.Append("with the same session options, in turns: medians in microseconds; ratio = ours / raw; bytes = managed memory a call. Where there are two\n");
        text.Append("threads, both take them from one pool, `SharedThreads`. Graphs without a verb are run by `GraphSession.Bind`.\n\n");
        text.Append("| bundle | graph | threads | batch | ours, us | raw, us | ratio | bytes |\n|---|---|---:|---:|---:|---:|---:|---:|\n");
        foreach (var result in graphs)
            text.Append(CultureInfo.InvariantCulture, $"| {result.Case} | {result.Graph} | {result.Threads} | {result.Batch} | {result.OursMicroseconds:N1} | {result.RawMicroseconds:N1} | {result.Ratio:F3} | {result.BytesPerCall:F0} |\n");
    }
}
