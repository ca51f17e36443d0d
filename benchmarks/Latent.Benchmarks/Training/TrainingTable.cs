using System.Globalization;
using System.Text;

namespace Latent.Benchmarks;

/// <summary>Writes the results of the training benchmark as Markdown tables.</summary>
internal static class TrainingTable
{
    /// <summary>Writes <c>training.md</c>.</summary>
    /// <param name="folder">The folder with one subfolder per processor.</param>
    /// <param name="steps">The step times.</param>
    /// <param name="memory">The memory of long runs.</param>
    /// <returns>The file.</returns>
    public static string Write(string folder, IEnumerable<TrainingResult> steps, IEnumerable<TrainingMemoryResult> memory)
    {
        var text = new StringBuilder();
        text.Append("`./build.sh --target=Bench`: batch 128, medians of interleaved runs, all limited to the number of threads;\n");
        text.Append("ratio = theirs / ours. Naive is TorchSharp with its own losses, its own Adam and scalar operands, with one dispose\n");
        text.Append("scope per step.\n\n");
        text.Append("| case | ours, ms | PyTorch, ms | ratio | naive TorchSharp, ms | ratio |\n|---|---:|---:|---:|---:|---:|\n");
        foreach (var result in steps)
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {result.Case} | {result.OursMilliseconds:F2} | {result.PythonMilliseconds:F2} | {result.Ratio:F2} | " +
                $"{result.NaiveMilliseconds:F2} | {result.NaiveRatio:F2} |\n");
        text.Append("\nResident memory of a training process, one thread:\n\n");
        text.Append("| case | steps | after a tenth, MB | at the end, MB |\n|---|---:|---:|---:|\n");
        foreach (var result in memory)
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {result.Case} | {result.Steps} | {result.EarlyMegabytes:F0} | {result.FinalMegabytes:F0} |\n");
        return ResultsTable.Write(folder, "Training", "training.md", text.ToString());
    }
}
