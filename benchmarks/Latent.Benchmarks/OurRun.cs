using Latent.Bundles;
using Latent.Runtime;

namespace Latent.Benchmarks;

/// <summary>A graph of a bundle, run as an application would: by the verb that writes into the caller's memory, where there is one.</summary>
internal sealed class OurRun : IDisposable
{
    private readonly Autoencoder? model;
    private readonly GraphSession? session;
    private readonly string graph;

    public OurRun(Bundle bundle, string graph, int threads)
    {
        this.graph = graph;
        var options = new RuntimeOptions { Threads = threads };
        HasVerb = graph is "encode" or "decode" or "reconstruct" or "score";
        if (HasVerb)
            model = Autoencoder.Load(bundle.Folder, options);
        else
            session = new(bundle.PathOf(bundle.Manifest.Graphs[graph]), options);
    }

    /// <summary>Whether a verb runs it, which yields the first output only; the others run by their session, which yields all.</summary>
    public bool HasVerb { get; }

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
            _ => () => session!.Run(batch.Inputs),
        };
    }

    public void Dispose()
    {
        model?.Dispose();
        session?.Dispose();
    }
}
