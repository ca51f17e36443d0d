using System.Runtime.Intrinsics.X86;
using Latent.Training.Data;
using Latent.Training.Fitting;
using Latent.Training.Models;
using Latent.Training.Recipes;
using static TorchSharp.torch;

namespace Latent.Benchmarks;

/// <summary>A training step of ours against the same step in PyTorch, in turns.</summary>
internal static class TrainingBenchmark
{
    private const int Batch = 128;
    private const int StepsARound = 40;

    // A step of convolutions takes ten times as long.
    private const int ConvolutionalStepsARound = 15;
    private const int Rounds = 15;
    private const int WarmUpSteps = 5;

    public static IReadOnlyList<TrainingResult> Run(Action<string> log)
    {
        using var asInstalled = new PythonPeer();
        using var tuned = new PythonPeer(("OPENBLAS_CORETYPE", FastestKernels()), ("OMP_WAIT_POLICY", "passive"));
        log($"Training step, batch {Batch}, {Rounds} rounds of {StepsARound} steps ({ConvolutionalStepsARound} with convolutions) in turns, against PyTorch {tuned.Version}:");
        log("as installed, and tuned with the BLAS kernels and the waiting policy that compat/TorchSharp chooses for itself");
        return [..
            from model in new[] { "dense", "vae", "sparse", "conv-vae" }
            from threads in new[] { 1, 2 }
            from peer in new[] { (Name: "", Process: asInstalled), (Name: "-tuned-python", Process: tuned) }
            select Compare($"{model}-step-{threads}-threads{peer.Name}", peer.Process, model, threads, log)];
    }

    // Debian's OpenBLAS does not know processors that are newer than itself, and takes its slowest kernels there.
    private static string FastestKernels() => Avx512F.IsSupported ? "SkylakeX" : "Haswell";

    private static TrainingResult Compare(string name, PythonPeer peer, string model, int threads, Action<string> log)
    {
        var steps = model.StartsWith("conv", StringComparison.Ordinal) ? ConvolutionalStepsARound : StepsARound;
        var data = RandomRows(steps);
        var ours = new List<double>();
        var python = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            ours.AddRange(RunOurs(data, model, threads).Skip(WarmUpSteps));
            python.AddRange(peer.Run(model, threads, steps).Skip(WarmUpSteps));
        }

        var result = new TrainingResult(name, Median(ours), Median(python), Median(python) / Median(ours));
        log($"  {result.Case,-34} ours {result.OursMilliseconds,7:F3} ms   python {result.PythonMilliseconds,7:F3} ms   ratio {result.Ratio:F2}");
        return result;
    }

    private static IReadOnlyList<double> RunOurs(Dataset data, string name, int threads)
    {
        set_num_threads(threads);
        manual_seed(1);
        var recipe = Recipe.Open($"mnist-{name}", overrides: ["fit.epochs=1", "schedule.kind=constant", $"fit.batch_size={Batch}"]);
        using var model = ModelFamilies.Build(recipe, data).Model;
        var clock = new StepClock();
        new Trainer(recipe, clock).Fit(AutoencoderTrainee.Of(recipe, model), data, data.Subset([]), CPU);
        return clock.Milliseconds;
    }

    private static Dataset RandomRows(int steps)
    {
        var random = new Random(1);
        var values = new float[Batch * steps * 784];
        for (var i = 0; i < values.Length; i++)
            values[i] = random.NextSingle();
        return new Dataset("random", [1, 28, 28], values);
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[sorted.Length / 2] + sorted[(sorted.Length - 1) / 2]) / 2;
    }
}
