using Latent.Bundles;
using Latent.Onnx;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Training.Export;

/// <summary>
/// Exports the graphs of a bundle over one file of weights. Each is compared with its model on several batch sizes; differences
/// are measured on <see cref="UnitScale"/>.
/// </summary>
/// <param name="tolerance">The largest difference allowed.</param>
/// <param name="batchSizes">The numbers of rows to compare on.</param>
internal sealed class GraphExport(double tolerance, IReadOnlyList<int> batchSizes)
{
    /// <summary>The numbers of rows to compare on.</summary>
    public IReadOnlyList<int> BatchSizes => batchSizes;

    /// <summary>The export that a recipe asks for.</summary>
    /// <param name="settings">Its tolerance and batch sizes.</param>
    /// <param name="rows">The number of rows to compare on; no batch is larger.</param>
    public static GraphExport Create(ExportSettings settings, int rows) =>
        new(settings.Tolerance, [.. settings.BatchSizes.Select(size => Math.Min(size, rows)).Distinct()]);

    /// <summary>The first rows of each batch size, for every input of a graph.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="rows">For each input its rows, at least as many as the largest batch.</param>
    public IReadOnlyList<IReadOnlyList<NamedTensor>> Batches(GraphSpec graph, params IReadOnlyList<float[]> rows) =>
        [.. batchSizes.Select(batch => graph.FirstRows(rows, batch))];

    /// <summary>Exports graphs into a folder.</summary>
    /// <param name="model">The model that owns the weights.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="graphs">The graphs, and the samples to compare each on: for each sample every input.</param>
    /// <returns>The manifest's entry for the comparison.</returns>
    /// <exception cref="ParityException">A difference is above the tolerance; nothing was written.</exception>
    public ParitySpec Export(
        Module model, string folder, IEnumerable<(GraphSpec Graph, IReadOnlyList<IReadOnlyList<NamedTensor>> Samples)> graphs)
    {
        using var scope = NewDisposeScope();
        try
        {
            var reports = OnnxExporter.Export(
                model, [.. graphs.Select(entry => Named(entry.Graph, entry.Samples))], folder, GraphFiles.Weights.File);
            var largest = reports.Max(report => report.Parity!.MaxDifference);
            return new ParitySpec { Tolerance = tolerance, MaxDifference = largest, BatchSizes = batchSizes };
        }
        catch (DivergenceException exception)
        {
            throw new ParityException(
                $"Graph '{exception.Graph}': {exception.Report.Summary} Nothing was written. " +
                "If the model is right and its outputs are merely large, raise export.tolerance.");
        }
    }

    private NamedGraph Named(GraphSpec graph, IReadOnlyList<IReadOnlyList<NamedTensor>> samples) => graph.Graph with
    {
        Options = graph.Graph.Options with
        {
            Parity = new ParityOptions { Tolerance = tolerance, Samples = [.. samples.Select(ToTensors)] },
        },
    };

    private static IReadOnlyList<Tensor> ToTensors(IReadOnlyList<NamedTensor> inputs) =>
        [.. inputs.Select(input => tensor(input.Floats!, [.. input.Shape]))];
}
