using System.Diagnostics;
using Latent.Bundles;
using Latent.Runtime;

namespace Latent.Benchmarks;

/// <summary>
/// Compares reconstructions on one thread with PyTorch eager, TorchSharp eager and ONNX Runtime for Node, with the same weights, in
/// interleaved rounds.
/// </summary>
internal static class PeerBenchmark
{
    private const int Rounds = 15;
    private const int CallsPerRound = 60;
    private const int WarmUpCalls = 10;
    private const float Tolerance = 1e-4f;
    private static readonly string[] Models = ["mnist-dense", "mnist-vae", "mnist-conv-vae"];
    private static readonly int[] Batches = [1, 16];

    /// <summary>Measures all models and batch sizes.</summary>
    /// <param name="models">The folder of bundles.</param>
    /// <param name="package">The package.json of the folder in which onnxruntime-node is installed.</param>
    /// <param name="log">Receives each result.</param>
    public static IReadOnlyList<PeerResult> Run(string models, string package, Action<string> log)
    {
        using var python = InferencePeer.PyTorch();
        using var node = InferencePeer.Node(package);
        log(
            $"Reconstruct, one thread, {Rounds} interleaved rounds of {CallsPerRound} calls: ours, PyTorch {python.Version}, TorchSharp, "
            + $"onnxruntime-node {node.Version}; microseconds");
        return [.. from name in Models from rows in Batches select Compare(
            Bundle.Open(Path.Combine(models, name)),
            rows,
            python,
            node,
            log)];
    }

    private static PeerResult Compare(Bundle bundle, int rows, InferencePeer python, InferencePeer node, Action<string> log)
    {
        var request = Request(bundle, rows);
        using var model = Autoencoder.Load(bundle.Folder);
        using var torchSharp = new TorchSharpPeer(request);
        Func<PeerAnswer>[] peers = [() => Ours(model, request), () => python.Run(request), () => torchSharp.Run(request), () => node.Run(
            request)];
        var times = peers.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            var answers = peers.Select(peer => peer()).ToArray();
            CheckAgreement(bundle, answers);
            foreach (var (own, answer) in times.Zip(answers))
                own.AddRange(answer.Microseconds.Skip(WarmUpCalls));
        }

        var medians = times.Select(Interleaved.Median).ToArray();
        var result = new PeerResult(bundle.Manifest.Name, rows, medians[0], medians[1], medians[2], medians[3]);
        log(
            $"  {result.Case,-15} x{rows,-3} ours {result.Ours,8:F1}   PyTorch {result.PyTorch,8:F1} ({result.PyTorchRatio:F1} x)   " +
            $"TorchSharp {result.TorchSharp,8:F1} ({result.TorchSharpRatio:F1} x)   Node {result.Node,8:F1} ({result.NodeRatio:F1} x)");
        return result;
    }

    private static PeerRequest Request(Bundle bundle, int rows)
    {
        var graph = bundle.GetPath(bundle.Manifest.Graphs["reconstruct"]);
        var tensors = OnnxFileCheck.Check(graph).Select(tensor => new PeerTensor(tensor.Name, tensor.Shape, tensor.Offset));
        var values = GoldenBatch.Create(bundle, "reconstruct", rows).Inputs[0].Floats!;
        return new(bundle.Manifest.Name, graph, bundle.GetPath(bundle.Manifest.Weights!), [.. tensors], values, 1, CallsPerRound);
    }

    private static PeerAnswer Ours(Autoencoder model, PeerRequest request)
    {
        var (times, output) = (new double[request.Calls], new float[request.Rows.Length]);
        for (var call = 0; call < times.Length; call++)
        {
            var began = Stopwatch.GetTimestamp();
            model.Reconstruct(request.Rows, output);
            times[call] = Stopwatch.GetElapsedTime(began).TotalMicroseconds;
        }

        return new(times, output);
    }

    // Measurements of peers that do different work would be meaningless.
    private static void CheckAgreement(Bundle bundle, PeerAnswer[] answers)
    {
        foreach (var answer in answers.Skip(1))
        {
            var largest = answers[0].Output.Zip(answer.Output, (ours, theirs) => Math.Abs(ours - theirs)).Max();
            if (answer.Output.Length != answers[0].Output.Length || !(largest <= Tolerance))
            {
                throw new InvalidOperationException(
                    $"The reconstructions of a peer with {bundle.Manifest.Name} differ from ours by {largest}.");
            }
        }
    }
}
