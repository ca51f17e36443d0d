using Latent.Bundles;
using Latent.Runtime;

namespace Latent.Benchmarks;

/// <summary>
/// A graph of a bundle, run as an application would: by the operation that writes into the caller's memory if there is one, otherwise
/// by a binding.
/// </summary>
internal sealed class OurRun : IDisposable
{
    private readonly Autoencoder? model;
    private readonly GraphSession? session;
    private readonly string graph;
    private GraphBinding? binding;

    public OurRun(Bundle bundle, string graph, int threads)
    {
        this.graph = graph;
        var options = new RuntimeOptions { Threads = ThreadsOf(threads) };
        HasOperation = graph is "encode" or "decode" or "reconstruct" or "score";
        if (HasOperation)
            model = Autoencoder.Load(bundle.Folder, options);
        else
            session = new(bundle.GetPath(bundle.Manifest.Graphs[graph]), options);
    }

    /// <summary>Whether an operation runs the graph and computes only the first output; otherwise, all outputs are computed.</summary>
    public bool HasOperation { get; }

    /// <summary>Returns the runtime option for a number of threads: 1 for the caller alone, otherwise 0, the shared threads.</summary>
    public static int ThreadsOf(int threads) => threads == 1 ? 1 : 0;

    /// <summary>Returns a call on the batch.</summary>
    public Action Over(GoldenBatch batch)
    {
        var (rows, result) = (batch.Inputs[0].Floats!, batch.Outputs[0].Floats!);
        return graph switch
        {
            "encode" => () => model!.Encode(rows, result),
            "decode" => () => model!.Decode(rows, result),
            "reconstruct" => () => model!.Reconstruct(rows, result),
            "score" => () => model!.Score(rows, result),
            _ => Bind(batch).Run,
        };
    }

    public void Dispose()
    {
        binding?.Dispose();
        model?.Dispose();
        session?.Dispose();
    }

    private GraphBinding Bind(GoldenBatch batch)
    {
        binding?.Dispose();
        return binding = session!.Bind(batch.Inputs, batch.Outputs);
    }
}
