using Latent.Data;
using Latent.Files;
using Latent.Fitting;
using Latent.Training.Autoencoders.Scores;
using Latent.Training.Families;
using Latent.Training.Recipes;
using Latent.Training.Rows;
using Latent.Training.Tables;

namespace Latent.Training.Tests.Tables;

public sealed class AlarmTrialTests
{
    private static readonly Recipe Circle = new()
    {
        Name = "circle",
        Family = "dense",
        Options = TinyRuns.Options("""{ "hidden": [32], "latent": 1, "normalization": "standardize", "output": "identity" }"""),
        Data = new DataSettings { Name = "circle", Normal = ["on"] },
        Fit = new TrainerOptions { Epochs = 20, BatchSize = 32, LearningRate = 0.01, Threads = 1 },
        Calibration = new CalibrationSettings { Score = ScoreKind.Mahalanobis },
    };

    [Fact]
    public void Create_ScoresOfTwoKinds_AveragesOverKinds()
    {
        float[] reference = [.. Enumerable.Range(1, 999)];
        float[][] anomalies = [[2000, 2000, 2000, 2000], [2000, 0]];

        var trial = AlarmTrial.Create(reference, normal: [1, 905, 955, 2000], anomalies);

        var first = trial.Points[0];
        Assert.Equal((0.9, 0.75, 0.75, 2), (first.Quantile, first.FalseAlarms, first.Detection, trial.Kinds));
        Assert.Equal(0.5, first.Balance);
        Assert.Equal(((0.75 + 0.125) + ((0.75 + 0.125) / 2)) / 2, trial.Auroc);
        Assert.Equal(0.25, trial.Points.Single(point => point.Quantile == 0.99).FalseAlarms);
    }

    [Fact]
    public void Run_OnLabelledTrainingRows_MeasuresThemWithoutTheTestRows()
    {
        var data = DataSplits.Divide(Rows(seed: 1, on: 600, off: 40), Rows(seed: 2, on: 30, off: 30), new DataOptions());

        var trial = AlarmTrial.Run(ModelFamilies.Autoencoder(Circle), data, seed: 0, CancellationToken.None);
        var other = AlarmTrial.Run(
            ModelFamilies.Autoencoder(Circle),
            new DataSplits(data.Train, data.Validation, Rows(seed: 3, on: 5, off: 5)),
            seed: 0,
            CancellationToken.None);

        Assert.Equal(2, trial.Kinds);
        Assert.InRange(trial.Auroc, 0.9, 1);
        Assert.InRange(trial.Points[0].FalseAlarms, 0.02, 0.25);
        Assert.Equal(trial.Points, other.Points);
    }

    [Fact]
    public void Run_WithoutNormalLabels_SaysWhatToName()
    {
        var data = DataSplits.Divide(Rows(seed: 1, on: 60, off: 10), new DataOptions());

        var error = Assert.Throws<DataException>(() => AlarmTrial.Run(
            ModelFamilies.Autoencoder(Circle with { Data = new DataSettings { Name = "circle" } }),
            data,
            0,
            CancellationToken.None));

        Assert.Equal(
            "The recipe does not define normal rows.\nWhere: circle\nExpected: data.normal\nReceived: none\n"
            + "Fix: Name the labels of normal rows: --set data.normal=[LABEL].",
            error.Message);
    }

    // Normal rows lie on a curve, the two kinds of anomalies above and below it.
    private static Dataset Rows(long seed, int on, int off)
    {
        var noise = new Latent.Runtime.PhiloxStream(seed);
        var (values, labels) = (new List<float>(), new List<int>());
        for (var row = 0; row < on + off; row++)
        {
            var label = row < on ? 0 : 1 + (row % 2);
            var (at, away) = ((float)((noise.Uniform(3 * row) * 4) - 2), label switch { 0 => 0, 1 => 2f, _ => -2f });
            values.AddRange([at, MathF.Sin(2 * at) + away + (0.05f * noise.Gaussian((3 * row) + 1)), (at * at / 2) + away
                + (0.05f * noise.Gaussian((3 * row) + 2))]);
            labels.Add(label);
        }

        return new("circle", [3], [.. values], [.. labels], ["on", "above", "below"]);
    }
}
