using System.Diagnostics;
using Latent.Fitting;
using Latent.Training.Rows;
using static TorchSharp.torch;

namespace Latent.Training.Tests.Fitting;

public sealed class TrainingMemoryTests
{
    // The limit is generous, as other tests share the process. Naive TorchSharp code holds 963 MB after 500 steps of such a model.
    private const double GrowthLimit = 60e6;

    private const int Epochs = 60;

    [Fact]
    public void Fit_OverManySteps_DoesNotGrowMemory()
    {
        set_num_threads(1);
        manual_seed(5).Dispose();
        var recipe = TinyRuns.Variational with
        {
            Options = TinyRuns.Options("""{ "hidden": [400], "latent": 20 }"""),
            Fit = TinyRuns.Variational.Fit with { Epochs = Epochs, BatchSize = 32 },
        };
        using var model = TinyRuns.Model(recipe);
        var meter = new MemoryMeter();
        new Trainer(recipe.Fit) { Observer = meter }.Fit(
            TinyRuns.Trainable(recipe, model),
            TinyRuns.Digits.Train.ToRows(),
            validation: null,
            CPU);

        var growth = meter.AtEpoch[^1] - meter.AtEpoch[Epochs / 10];

        Assert.True(growth < GrowthLimit, $"Memory grew by {growth / 1e6:F0} MB.");
    }

    private sealed class MemoryMeter : ITrainingObserver
    {
        public List<double> AtEpoch { get; } = [];

        public void OnStep(TrainingProgress progress)
        {
        }

        public void OnEpoch(EpochMetrics metrics)
        {
            using var process = Process.GetCurrentProcess();
            AtEpoch.Add(process.WorkingSet64);
        }
    }
}
