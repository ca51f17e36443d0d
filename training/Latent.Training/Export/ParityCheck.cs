using System.Globalization;
using Latent.Bundles;
using Latent.Training.Recipes;
using static TorchSharp.torch;

namespace Latent.Training.Export;

/// <summary>
/// Compares exported graphs with the model they came from, on several batch sizes. Differences are measured on
/// <see cref="UnitScale"/>.
/// </summary>
/// <param name="tolerance">The largest difference allowed.</param>
/// <param name="batchSizes">The numbers of rows to compare on.</param>
internal sealed class ParityCheck(double tolerance, IReadOnlyList<int> batchSizes)
{
    /// <summary>The numbers of rows to compare on.</summary>
    public IReadOnlyList<int> BatchSizes => batchSizes;

    /// <summary>The comparison that a recipe asks for.</summary>
    /// <param name="settings">Its tolerance and batch sizes.</param>
    /// <param name="rows">How many rows there are to compare on; no batch is larger.</param>
    public static ParityCheck Of(ExportSettings settings, int rows) => new(settings.Tolerance, [.. settings.BatchSizes.Select(size => Math.Min(size, rows)).Distinct()]);

    /// <summary>What a manifest says of the comparison.</summary>
    /// <param name="largest">The largest difference.</param>
    public ParitySpec ToSpec(double largest) => new() { Tolerance = tolerance, MaxDifference = largest, BatchSizes = batchSizes };

    /// <summary>Compares a graph on the first rows of its inputs.</summary>
    /// <param name="graph">The graph, and the same computation in TorchSharp.</param>
    /// <param name="file">The exported file.</param>
    /// <param name="rows">For each input its rows, at least as many as the largest batch.</param>
    /// <returns>The largest difference.</returns>
    /// <exception cref="ParityException">A difference is above the tolerance.</exception>
    public double Measure(GraphSpec graph, GraphFile file, params IReadOnlyList<float[]> rows)
    {
        var largest = 0.0;
        foreach (var batch in batchSizes)
            largest = Math.Max(largest, MeasureOnce(graph, file, graph.FirstRows(rows, batch)));
        return largest;
    }

    /// <summary>Compares a graph on one set of inputs.</summary>
    /// <param name="graph">The graph, and the same computation in TorchSharp.</param>
    /// <param name="file">The exported file.</param>
    /// <param name="inputs">Every input, of any shape; the first extent is the batch.</param>
    /// <returns>The largest difference.</returns>
    /// <exception cref="ParityException">A difference is above the tolerance.</exception>
    public double MeasureOnce(GraphSpec graph, GraphFile file, params NamedTensor[] inputs)
    {
        var ours = file.RunOnce(inputs);
        var theirs = RunTorch(graph, inputs);
        return ours.Zip(theirs).Max(pair => Checked(UnitScale.Difference(pair.Second, pair.First.Floats!), graph, pair.First.Name, inputs[0].Shape[0]));
    }

    private static float[][] RunTorch(GraphSpec graph, IEnumerable<NamedTensor> inputs)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var outputs = graph.Run([.. inputs.Select(input => tensor(input.Floats!, [.. input.Shape]))]);
        return [.. outputs.Select(output => output.contiguous().data<float>().ToArray())];
    }

    private double Checked(double difference, GraphSpec graph, string output, long batch) => difference <= tolerance
        ? difference
        : throw new ParityException(string.Create(
            CultureInfo.InvariantCulture,
            $"Output '{output}' of graph '{graph.Role}' differs by {difference:G3} between TorchSharp and ONNX Runtime at batch {batch}. Expected at most {tolerance:G3}. Nothing was written. If the model is right and its outputs are merely large, raise export.tolerance."));
}
