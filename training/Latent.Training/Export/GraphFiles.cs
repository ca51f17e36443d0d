using Latent.Bundles;
using Latent.Training.Evaluation;

namespace Latent.Training.Export;

/// <summary>The exported graphs of a model in a folder, before its bundle is complete.</summary>
internal sealed class GraphFiles : IReconstructor, IDisposable
{
    private const string WeightsName = "weights.bin";

    private readonly Dictionary<string, GraphFile> files;

    public GraphFiles(string folder, IEnumerable<GraphSpec> graphs) =>
        files = graphs.ToDictionary(graph => graph.Role, graph => new GraphFile(Path.Combine(folder, graph.FileName), graph.RowSize));

    /// <summary>The manifest's entry for the weights.</summary>
    public static FileEntry Weights { get; } = new() { File = WeightsName };

    /// <summary>The graph of a role.</summary>
    public GraphFile this[string role] => files[role];

    public (float[] Mean, float[]? LogVariance) Encode(ReadOnlySpan<float> rows)
    {
        var outputs = files["encode"].Run(rows);
        return outputs.TryGetValue("log_variance", out var logVariance) ? (outputs["mean"], logVariance) : (outputs["code"], null);
    }

    public float[] Decode(ReadOnlySpan<float> codes) => files["decode"].Run(codes)["reconstruction"];

    public float[] Reconstruct(ReadOnlySpan<float> rows) => files["reconstruct"].Run(rows)["reconstruction"];

    /// <summary>Computes the anomaly scores of raw rows.</summary>
    public float[] Score(ReadOnlySpan<float> rows) => files["score"].Run(rows)["score"];

    public float[] Errors(ReadOnlySpan<float> rows) => files["score"].Run(rows)["errors"];

    public void Dispose()
    {
        foreach (var file in files.Values)
            file.Dispose();
    }
}
