using System.Globalization;
using System.Text;

namespace Latent.Benchmarks;

/// <summary>Writes the comparison with other runtimes as a Markdown table.</summary>
internal static class PeerTable
{
    /// <summary>Writes <c>peers.md</c>.</summary>
    /// <param name="folder">The folder with one subfolder per processor.</param>
    /// <param name="results">The rows.</param>
    /// <returns>The file.</returns>
    public static string Write(string folder, IEnumerable<PeerResult> results)
    {
        var text = new StringBuilder();
        text.Append("`./build.sh --target=Bench`. `Reconstruct` on one thread, all with the weights of the bundle; outputs agree within\n");
        text.Append("1e-4. Medians over calls in interleaved rounds, in microseconds; in parentheses, the time relative to ours.\n\n");
        text.Append("| bundle | batch | ours | PyTorch eager | TorchSharp eager | onnxruntime-node |\n|---|---:|---:|---:|---:|---:|\n");
        foreach (var result in results)
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {result.Case} | {result.Batch} | {result.Ours:N1} | {result.PyTorch:N1} ({result.PyTorchRatio:F1}) | " +
                $"{result.TorchSharp:N1} ({result.TorchSharpRatio:F1}) | {result.Node:N1} ({result.NodeRatio:F1}) |\n");
        return ResultsTable.Write(folder, "Comparison with other runtimes", "peers.md", text.ToString());
    }
}
