using Latent.Bundles;
using Latent.Runtime;

namespace Latent.Benchmarks;

/// <summary>A graph of a bundle, run as an application would: by the verb that writes into the caller's memory, or else by a binding.</summary>
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

    /// <summary>Whether a verb runs it, which is asked for the first output only; of the others all are wanted.</summary>
    public bool HasOperation { get; }

    /// <summary>The option for a number of threads: 0, the shared ones, where it is more than the caller.</summary>
    public static int ThreadsOf(int threads) => threads == 1 ? 1 : 0;

    /// <summary>A call over the batch.</summary>
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
