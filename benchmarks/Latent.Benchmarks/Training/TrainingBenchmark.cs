using Latent.Data;
using Latent.Fitting;
using Latent.Training.Autoencoders;
using Latent.Training.Families;
using Latent.Training.Recipes;
using static TorchSharp.torch;

namespace Latent.Benchmarks;

/// <summary>Compares our training step with the same step in PyTorch and in naive TorchSharp code, in interleaved rounds.</summary>
internal static class TrainingBenchmark
{
    private const int Batch = 128;
    private const int StepsPerRound = 40;

    // A step with convolutions takes ten times as long.
    private const int ConvolutionalStepsPerRound = 15;
    private const int Rounds = 15;
    private const int WarmUpSteps = 5;

    private static readonly string[] Models = ["dense", "vae", "sparse", "conv-vae"];

    /// <summary>Runs all cases.</summary>
    public static IReadOnlyList<TrainingResult> Run(Action<string> log) => [.. new[] { 1, 2 }.SelectMany(threads => Run(threads, log))];

    /// <summary>Trains a model on rows.</summary>
    /// <param name="name">The name of the recipe without its data set.</param>
    /// <param name="data">The rows.</param>
    /// <param name="epochs">The number of epochs.</param>
    /// <param name="observer">Receives step and epoch progress.</param>
    public static void Train(string name, Dataset data, int epochs, ITrainingObserver observer)
    {
        manual_seed(1).Dispose();
        var recipe = Recipe.Open($"mnist-{name}", overrides: [$"fit.epochs={epochs}", "schedule.kind=constant", $"fit.batch_size={Batch}"]);
        var settings = ModelFamilies.Autoencoder(recipe);
        using var model = AutoencoderBuilder.Build(settings.Options, data).Model;
        var trainer = new Trainer(recipe.Fit) { Schedule = recipe.Schedule, Observer = observer };
        using var rows = tensor(data.Values, [data.Count, data.SampleSize]);
        trainer.Fit(TrainableAutoencoder.Create(settings, model), new TensorRows(rows), validation: null, CPU);
    }

    /// <summary>Creates random rows for a number of steps.</summary>
    public static Dataset RandomRows(int steps)
    {
        var random = new Random(1);
        var values = new float[Batch * steps * NaiveModel.Pixels];
        for (var i = 0; i < values.Length; i++)
            values[i] = random.NextSingle();
        return new Dataset("random", [1, 28, 28], values);
    }

    private static List<TrainingResult> Run(int threads, Action<string> log)
    {
        using var python = TrainingPeer.Python(threads);
        using var naive = TrainingPeer.Naive();
        log(
            $"Training step, batch {Batch}, {threads} thread(s), {Rounds} interleaved rounds of {StepsPerRound} steps "
            + $"({ConvolutionalStepsPerRound} with convolutions), compared with PyTorch {python.Version} and TorchSharp {naive.Version}:");
        if (TrainingPeer.RemovedHere.ToArray() is { Length: > 0 } removed)
            log($"  PyTorch runs without {string.Join(" and ", removed)}, set on this machine");
        return [.. Models.Select(model => Compare(model, threads, python, naive, log))];
    }

    private static TrainingResult Compare(string model, int threads, TrainingPeer python, TrainingPeer naive, Action<string> log)
    {
        var steps = model.StartsWith("conv", StringComparison.Ordinal) ? ConvolutionalStepsPerRound : StepsPerRound;
        var data = RandomRows(steps);
        List<double> ours = [], pythons = [], naives = [];
        for (var round = 0; round < Rounds; round++)
        {
            ours.AddRange(RunOurs(data, model, threads).Skip(WarmUpSteps));
            pythons.AddRange(python.Run(model, threads, steps).Skip(WarmUpSteps));
            naives.AddRange(naive.Run(model, threads, steps).Skip(WarmUpSteps));
        }

        var result = new TrainingResult(
            $"{model}-step-{threads}-threads",
            Interleaved.Median(ours),
            Interleaved.Median(pythons),
            Interleaved.Median(naives));
        log(
            $"  {result.Case,-24} ours {result.OursMilliseconds,7:F3} ms   python {result.PythonMilliseconds,7:F3} ms   ratio " +
            $"{result.Ratio:F2}   naive {result.NaiveMilliseconds,7:F3} ms   ratio {result.NaiveRatio:F2}");
        return result;
    }

    private static IReadOnlyList<double> RunOurs(Dataset data, string name, int threads)
    {
        set_num_threads(threads);
        var clock = new StepClock();
        Train(name, data, epochs: 1, clock);
        return clock.Milliseconds;
    }
}
