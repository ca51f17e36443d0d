using Latent.Data;
using Latent.Files;
using Latent.Fitting;
using Latent.Training.Autoencoders.Scores;
using Latent.Training.Families;
using Latent.Training.Recipes;
using Latent.Training.Rows;
using Latent.Training.Tables;

namespace Latent.Training.Tests.Tables;

public sealed class TableTrialTests
{
    // Normal rows lie on a curve; anomalies lie off the curve, but within the range of every column.
    private static readonly Dataset Curve = MakeCurve();

    public static TheoryData<ITableDetector> Detectors() => [new IsolationForest(), new PrincipalSubspace(), Autoencoder(
        ScoreKind.Improbability), Autoencoder(ScoreKind.Mahalanobis), Autoencoder(ScoreKind.Loss)];

    [Theory]
    [MemberData(nameof(Detectors))]
    public void Run_OnRowsOffACurve_FindsThem(ITableDetector detector)
    {
        var trial = TableTrial.Run(detector, Curve, TableProtocol.Normal, seed: 0, CancellationToken.None);

        Assert.InRange(trial.Auroc, 0.75, 1);
        Assert.InRange(trial.Auprc, 0.4, 1);
        Assert.True(trial.Seconds > 0);
    }

    [Fact]
    public void Run_Twice_GivesTheSameFigures()
    {
        foreach (var detector in new ITableDetector[] { new IsolationForest(), Autoencoder(ScoreKind.Improbability) })
        {
            var first = TableTrial.Run(detector, Curve, TableProtocol.Unsupervised, seed: 3, CancellationToken.None);

            Assert.Equal(
                first with { Seconds = 0 },
                TableTrial.Run(detector, Curve, TableProtocol.Unsupervised, seed: 3, CancellationToken.None) with { Seconds = 0 });
        }
    }

    [Fact]
    public void Create_Unsupervised_TakesSixtyPercentOfEachKind()
    {
        var split = TableSplit.Create(Curve, TableProtocol.Unsupervised, seed: 1);

        Assert.Equal((380, 240, 14), (split.Train.Count, split.Normal.Count, split.Anomalies.Count));
        Assert.Equal(20, split.Train.Labels!.Count(label => label != 0));
    }

    [Fact]
    public void Create_Normal_TrainsOnHalfOfTheNormalRowsOnly()
    {
        var split = TableSplit.Create(Curve, TableProtocol.Normal, seed: 1);

        Assert.Equal((300, 300, 34), (split.Train.Count, split.Normal.Count, split.Anomalies.Count));
        Assert.All(split.Train.Labels!, label => Assert.Equal(0, label));
    }

    [Fact]
    public void Create_ATableWithoutLabels_SaysWhatToName()
    {
        var error = Assert.Throws<DataException>(() => TableSplit.Create(new Dataset("plain", [1], [1, 2, 3]), TableProtocol.Normal, 0));

        Assert.Equal(
            "The table has no labels to evaluate against.\nWhere: plain\nExpected: an array y in the .npz file, or a label column\n"
            + "Received: none\nFix: Name the label column: --label COLUMN.",
            error.Message);
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 1.2073)]
    [InlineData(256, 10.2448)]
    public void AverageDepth_OfATree_IsThatOfThePaper(int rows, double depth)
        => Assert.Equal(depth, IsolationTree.AverageDepth(rows), 1e-3);

    private static TableAutoencoder Autoencoder(ScoreKind score) => new($"{score}", ModelFamilies.Autoencoder(new Recipe
    {
        Name = "curve",
        Family = "dense",
        Options = TinyRuns.Options("""{ "hidden": [32], "latent": 1, "normalization": "standardize", "output": "identity" }"""),
        Data = new DataSettings { Name = "curve" },
        Fit = new TrainerOptions { BatchSize = 64, LearningRate = 0.01, Threads = 1 },
        Calibration = new CalibrationSettings { Score = score },
    }), batches: 600);

    private static Dataset MakeCurve()
    {
        var noise = new Latent.Runtime.PhiloxStream(seed: 7);
        var (values, labels) = (new List<float>(), new List<int>());
        for (var row = 0; row < 634; row++)
        {
            var isAnomaly = row >= 600;
            var (at, off) = ((noise.Uniform(3 * row) * 4) - 2, isAnomaly ? (row % 2 == 0 ? 1.2f : -1.2f) : 0);
            values.AddRange([(float)at, MathF.Sin(2 * (float)at) + off + (0.05f * noise.Gaussian((3 * row) + 1)), ((float)(at * at) / 2)
                + off
                + (0.05f * noise.Gaussian((3 * row) + 2))]);
            labels.Add(isAnomaly ? 1 : 0);
        }

        return new("curve", [3], [.. values], [.. labels]);
    }
}
