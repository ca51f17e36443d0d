using Latent.Fitting;
using Latent.Training.Families;
using Latent.Training.Rows;
using Xunit.Abstractions;
using static TorchSharp.torch;

namespace Latent.Training.Tests.Immunity;

/// <summary>Training beside a thread that continuously collects garbage: no exception, and bit-identical weights.</summary>
public sealed class GarbageCollectionTests(ITestOutputHelper output)
{
    // Steps per case and optimizer; LATENT_LONG_TESTS=1 selects the long run.
    private const int ShortSteps = 60;
    private const int LongSteps = 5_000;

    // Rows per batch: the 320 rows make 20 batches.
    private const int Batch = 16;

    private static readonly int Steps = Environment.GetEnvironmentVariable("LATENT_LONG_TESTS") == "1" ? LongSteps : ShortSteps;

    public static TheoryData<string, OptimizerKind> Cases
    {
        get
        {
            var cases = new TheoryData<string, OptimizerKind>();
            foreach (var name in ImmunityCases.ByName.Keys)
            {
                foreach (var optimizer in Enum.GetValues<OptimizerKind>())
                    cases.Add(name, optimizer);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Fit_BesideForcedCollections_EndsWithTheSameWeights(string name, OptimizerKind optimizer)
    {
        var (recipe, _) = ImmunityCases.ByName[name];
        var fit = recipe.Fit with
        {
            BatchSize = Batch,
            Optimizer = optimizer,
            Threads = 1,
            LearningRate = 1e-3,
            EarlyStopping
            = null,
            GradientClip = null,
            Ema = null
        };
        fit = optimizer switch
        {
            OptimizerKind.Adamw => fit with { WeightDecay = 0.01, Ema = 0.9 },
            OptimizerKind.Sgd => fit with { WeightDecay = 0.01, GradientClip = 1, LearningRate = 1e-5 },
            _ => fit,
        };

        var quiet = Train(name, fit);
        using var collecting = new CollectingThread();
        var disturbed = Train(name, fit);

        output.WriteLine($"{name}, {optimizer}: {disturbed.Steps} steps, {collecting.Collections} collections");
        Assert.True(disturbed.Steps >= Steps);
        Assert.True(collecting.Collections > 0);
        Assert.Equal(quiet.Bits, disturbed.Bits);
    }

    private static (byte[] Bits, int Steps) Train(string name, TrainerOptions fit)
    {
        var (recipe, data) = ImmunityCases.ByName[name];
        set_num_threads(1);
        manual_seed(5).Dispose();
        data = ModelFamilies.Prepare(recipe, data);
        var stepsPerEpoch = (data.Train.Count + Batch - 1) / Batch;
        recipe = recipe with { Fit = fit with { Epochs = (Steps + stepsPerEpoch - 1) / stepsPerEpoch } };
        using var run = ModelFamilies.Begin(recipe, data, null);
        new Trainer(recipe.Fit) { Schedule = recipe.Schedule }.Fit(run.Trainable, data.Train.ToRows(), validation: null, CPU);
        return (BitsOf(run.Trainable.Module), recipe.Fit.Epochs * stepsPerEpoch);
    }

    private static byte[] BitsOf(nn.Module module)
    {
        using var scope = NewDisposeScope();
        return [.. module.state_dict().Values.SelectMany(weight => weight.contiguous().bytes.ToArray())];
    }
}
