using System.Runtime.Intrinsics.X86;
using Latent.Training.Data;
using Latent.Training.Fitting;
using Latent.Training.Layers;
using Latent.Training.Models;
using Latent.Training.Objectives;
using Latent.Training.Recipes;
using static TorchSharp.torch;

namespace Latent.Benchmarks;

/// <summary>A training step of ours against the same step in PyTorch, in turns.</summary>
internal static class TrainingBenchmark
{
    private const int Batch = 128;
    private const int StepsARound = 40;
    private const int Rounds = 15;
    private const int WarmUpSteps = 5;

    public static IReadOnlyList<TrainingResult> Run(Action<string> log)
    {
        using var asInstalled = new PythonPeer();
        using var tuned = new PythonPeer(("OPENBLAS_CORETYPE", FastestKernels()), ("OMP_WAIT_POLICY", "passive"));
        log($"Training step, batch {Batch}, {Rounds} rounds of {StepsARound} steps in turns, against PyTorch {tuned.Version}:");
        log("as installed, and tuned with the BLAS kernels and the waiting policy that compat/TorchSharp chooses for itself");
        var data = RandomRows();
        return [..
            from model in new[] { "dense", "vae" }
            from threads in new[] { 1, 2 }
            from peer in new[] { (Name: "", Process: asInstalled), (Name: "-tuned-python", Process: tuned) }
            select Compare($"{model}-step-{threads}-threads{peer.Name}", peer.Process, data, model, threads, log)];
    }

    // Debian's OpenBLAS does not know processors that are newer than itself, and takes its slowest kernels there.
    private static string FastestKernels() => Avx512F.IsSupported ? "SkylakeX" : "Haswell";

    private static TrainingResult Compare(string name, PythonPeer peer, Dataset data, string model, int threads, Action<string> log)
    {
        var ours = new List<double>();
        var python = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            ours.AddRange(RunOurs(data, model, threads).Skip(WarmUpSteps));
            python.AddRange(peer.Run(model, threads, StepsARound).Skip(WarmUpSteps));
        }

        var result = new TrainingResult(name, Median(ours), Median(python), Median(python) / Median(ours));
        log($"  {result.Case,-34} ours {result.OursMilliseconds,7:F3} ms   python {result.PythonMilliseconds,7:F3} ms   ratio {result.Ratio:F2}");
        return result;
    }

    private static IReadOnlyList<double> RunOurs(Dataset data, string name, int threads)
    {
        set_num_threads(threads);
        manual_seed(1);
        var normalizer = Normalizer.Fit(NormalizationKind.None, data);
        using AutoencoderModel model = name == "dense"
            ? new DenseAutoencoder(new DenseOptions { Input = 784 }, normalizer)
            : new VariationalAutoencoder(new VariationalOptions { Input = 784 }, normalizer);
        ReconstructionLoss loss = name == "dense" ? new MeanSquaredError() : new BinaryCrossEntropy();
        var clock = new StepClock();
        var fit = new FitSettings { Epochs = 1, BatchSize = Batch, LearningRate = 1e-3 };
        new Trainer(new Objective(loss, beta: 1), fit, new ScheduleSettings(), clock).Fit(model, data, data.Subset([]), CPU);
        return clock.Milliseconds;
    }

    private static Dataset RandomRows()
    {
        var random = new Random(1);
        var values = new float[Batch * StepsARound * 784];
        for (var i = 0; i < values.Length; i++)
            values[i] = random.NextSingle();
        return new Dataset("random", [784], values);
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[sorted.Length / 2] + sorted[(sorted.Length - 1) / 2]) / 2;
    }
}
