using Latent.Bundles;
using Latent.Onnx;
using static TorchSharp.torch;

namespace Latent.Training.Export;

/// <summary>
/// Compares exported graphs with their source model at several batch sizes. Differences are measured on
/// <see cref="UnitScale"/>.
/// </summary>
/// <param name="tolerance">The maximum allowed difference.</param>
/// <param name="batchSizes">The batch sizes to compare at.</param>
internal sealed class ParityCheck(double tolerance, IReadOnlyList<int> batchSizes)
{
    /// <summary>The batch sizes to compare at.</summary>
    public IReadOnlyList<int> BatchSizes => batchSizes;

    /// <summary>Creates the check that a recipe specifies.</summary>
    /// <param name="settings">The tolerance and batch sizes.</param>
    /// <param name="rows">The number of available rows; no batch is larger.</param>
    public static ParityCheck Create(ExportSettings settings, int rows) => new(settings.Tolerance, [.. settings.BatchSizes.Select(size => Math.Min(size, rows)).Distinct()]);

    /// <summary>Returns the manifest entry of the check.</summary>
    /// <param name="largest">The maximum difference.</param>
    public ParitySpec ToSpec(double largest) => new() { Tolerance = tolerance, MaxDifference = largest, BatchSizes = batchSizes };

    /// <summary>Compares a graph on the first rows of its inputs.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="file">The exported file.</param>
    /// <param name="rows">The rows of each input, at least as many as the largest batch.</param>
    /// <returns>The maximum difference.</returns>
    /// <exception cref="ParityException">A difference is above the tolerance.</exception>
    public double Measure(GraphSpec graph, GraphFile file, params IReadOnlyList<float[]> rows) =>
        MeasureOn(graph, file, [.. batchSizes.Select(batch => graph.FirstRows(rows, batch))]);

    /// <summary>Compares a graph on sets of inputs.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="file">The exported file.</param>
    /// <param name="samples">All inputs of each set, of any shape; the first dimension is the batch.</param>
    /// <returns>The maximum difference.</returns>
    /// <exception cref="ParityException">A difference is above the tolerance.</exception>
    public double MeasureOn(GraphSpec graph, GraphFile file, params IReadOnlyList<IReadOnlyList<NamedTensor>> samples)
    {
        using var scope = NewDisposeScope();
        var (root, computation, options) = graph.Source;
        var report = OnnxExporter.Verify(root, computation, file.Path, [.. samples.Select(ToTensors)], options with { Parity = new ParityOptions { Tolerance = tolerance } });
        return report.Agrees
            ? report.MaxDifference
            : throw new ParityException($"Graph '{graph.Role}': {report.Summary} Nothing was written. If the model is right and its outputs are merely large, raise export.tolerance.");
    }

    private static IReadOnlyList<Tensor> ToTensors(IReadOnlyList<NamedTensor> inputs) => [.. inputs.Select(input => tensor(input.Floats!, [.. input.Shape]))];
}
