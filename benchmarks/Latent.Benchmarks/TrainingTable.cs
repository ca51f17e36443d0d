using System.Globalization;
using System.Text;

namespace Latent.Benchmarks;

/// <summary>Writes what training takes as a table for people.</summary>
internal static class TrainingTable
{
    /// <summary>Writes <c>training.md</c>.</summary>
    /// <param name="folder">The folder that holds one folder a processor.</param>
    /// <param name="steps">The times of steps.</param>
    /// <param name="memory">The memory of long runs.</param>
    /// <returns>The file.</returns>
    public static string Write(string folder, IEnumerable<TrainingResult> steps, IEnumerable<TrainingMemoryResult> memory)
    {
        var text = new StringBuilder();
        text.Append("`./build.sh --target=Bench`: batch 128, medians of interleaved runs, every side held to the number of threads; ratio = theirs / ours.\n");
        text.Append("Naive is TorchSharp with its own losses, its own Adam and numbers as operands, in a dispose scope a step.\n\n");
        text.Append("| case | ours, ms | PyTorch, ms | ratio | naive TorchSharp, ms | ratio |\n|---|---:|---:|---:|---:|---:|\n");
        foreach (var result in steps)
            text.Append(CultureInfo.InvariantCulture, $"| {result.Case} | {result.OursMilliseconds:F2} | {result.PythonMilliseconds:F2} | {result.Ratio:F2} | {result.NaiveMilliseconds:F2} | {result.NaiveRatio:F2} |\n");
        text.Append("\nMemory of a process that trains, resident, one thread:\n\n");
        text.Append("| case | steps | after a tenth, MB | at the end, MB |\n|---|---:|---:|---:|\n");
        foreach (var result in memory)
            text.Append(CultureInfo.InvariantCulture, $"| {result.Case} | {result.Steps} | {result.EarlyMegabytes:F0} | {result.FinalMegabytes:F0} |\n");
        return ResultsTable.Write(folder, "Training", "training.md", text.ToString());
    }
}
