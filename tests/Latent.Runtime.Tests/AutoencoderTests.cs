using Latent.Bundles;
using Latent.Runtime.Tests.Models;

namespace Latent.Runtime.Tests;

public sealed class AutoencoderTests : IDisposable
{
    private static readonly TinyModel Dense = new();
    private static readonly TinyModel Variational = new(variational: true);

    private readonly TemporaryModel denseFiles = new(Dense);
    private readonly TemporaryModel variationalFiles = new(Variational);
    private readonly Autoencoder dense;
    private readonly Autoencoder variational;

    public AutoencoderTests() => (dense, variational) = (denseFiles.Load(), variationalFiles.Load());

    public void Dispose()
    {
        dense.Dispose();
        variational.Dispose();
        denseFiles.Dispose();
        variationalFiles.Dispose();
    }

    [Fact]
    public void Load_Bundle_TellsWhatItIs()
    {
        Assert.Equal("tiny", dense.Manifest.Name);
        Assert.Equal(denseFiles.Bundle.Digest, dense.Bundle.Digest);
        Assert.Equal((6, 2), (dense.InputSize, dense.LatentSize));
        Assert.Equal(["decode", "encode", "reconstruct", "score"], dense.Graphs);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void Encode_DenseRows_GivesTheCodes(int count)
    {
        var rows = Dense.Rows(count);

        var codes = dense.Encode(rows);

        Close.AssertEqual(Dense.Encode(rows), codes.Mean);
        Assert.Null(codes.LogVariance);
        Assert.Equal((count, 2), (codes.Count, codes.LatentSize));
    }

    [Fact]
    public void Encode_VariationalRows_GivesMeanAndLogVariance()
    {
        var rows = Variational.Rows(5);

        var codes = variational.Encode(rows);

        Close.AssertEqual(Variational.Encode(rows), codes.Mean);
        Close.AssertEqual(Variational.LogVariance(rows), codes.LogVariance);
    }

    [Fact]
    public void Encode_IntoSpans_WritesWhatWasAskedFor()
    {
        var rows = Variational.Rows(5);
        var mean = new float[10];
        var logVariance = new float[10];

        variational.Encode(rows, mean);
        Close.AssertEqual(Variational.Encode(rows), mean);

        variational.Encode(rows, mean, logVariance);
        Close.AssertEqual(Variational.LogVariance(rows), logVariance);

        logVariance.AsSpan().Fill(7);
        variational.Encode(rows, mean);
        Assert.All(logVariance, value => Assert.Equal(7, value));
    }

    [Fact]
    public void Decode_Codes_GivesRows()
    {
        float[] codes = [0.5f, -1, 2, 0.25f];

        Close.AssertEqual(Dense.Decode(codes), dense.Decode(codes));
    }

    [Fact]
    public void Reconstruct_Rows_IsDecodeOfEncode()
    {
        var rows = Dense.Rows(4);

        Close.AssertEqual(Dense.Decode(Dense.Encode(rows)), dense.Reconstruct(rows));
        Close.AssertEqual(dense.Decode(dense.Encode(rows).Mean), dense.Reconstruct(rows));
    }

    [Fact]
    public void Score_Rows_GivesScoresAndErrorsWhenAskedFor()
    {
        var rows = Dense.Rows(4);

        var scores = dense.Score(rows);
        var withErrors = dense.Score(rows, withErrors: true);

        Close.AssertEqual(Dense.Scores(rows), scores.Values);
        Assert.Null(scores.Errors);
        Assert.Equal(4, scores.Count);
        Close.AssertEqual(scores.Values, withErrors.Values);
        Close.AssertEqual(Dense.Errors(rows), withErrors.Errors);
    }

    [Fact]
    public void Detect_NothingSaid_UsesTheQuantile99()
    {
        var rows = Dense.Rows(50);
        var scores = dense.Score(rows).Values;

        var verdicts = dense.Detect(rows);

        Assert.Equal(50, verdicts.Count);
        for (var row = 0; row < 50; row++)
        {
            Assert.Equal((row, 0.125), (verdicts[row].Row, verdicts[row].Threshold));
            Assert.Equal(scores[row], verdicts[row].Score, Close.Tolerance);
            Assert.Equal(verdicts[row].Score > 0.125, verdicts[row].IsAnomaly);
        }
        Assert.Contains(verdicts, verdict => verdict.IsAnomaly);
        Assert.Contains(verdicts, verdict => !verdict.IsAnomaly);
    }

    [Fact]
    public void Detect_OtherThresholds_AreUsed()
    {
        var rows = Dense.Rows(2);

        Assert.Equal(0.1, dense.Detect(rows, Threshold.Quantile(0.9))[0].Threshold);
        Assert.Equal(0.5, dense.Detect(rows, Threshold.Value(0.5))[1].Threshold);
    }

    [Theory]
    [InlineData(0.1, 0.1)]
    [InlineData(0.01, 0.125)]
    [InlineData(0.05, 0.1 + (0.025 * 5 / 9))]
    public void Detect_FalsePositiveRate_IsBetweenTheQuantilesThereAre(double rate, double score) =>
        Assert.Equal(score, dense.Detect(Dense.Rows(1), Threshold.FalsePositiveRate(rate))[0].Threshold, 1e-12);

    [Fact]
    public void Detect_FalsePositiveRateThatNoRowsWereSeenFor_SaysWhichAre() => Assert.Equal(
        """
        The model's calibration does not cover this false-positive rate.
        Where: Detect, argument 'threshold'
        Expected: a rate from 0.01 to 0.1, the range of its 100 rows
        Received: false-positive rate 0.001
        Fix: use a rate in this range, or pass Threshold.Value(score).
        """,
        Assert.Throws<InputException>(() => dense.Detect(Dense.Rows(1), Threshold.FalsePositiveRate(0.001))).Message);

    [Fact]
    public void Detect_UnlistedQuantile_ListsThoseThereAre() => Assert.Equal(
        """
        The model has no threshold for this quantile.
        Where: Detect, argument 'threshold'
        Expected: one of the quantiles 0.90, 0.99
        Received: quantile 0.5
        Fix: use a quantile that the bundle lists, or pass Threshold.FalsePositiveRate(rate) or Threshold.Value(score).
        """,
        Assert.Throws<InputException>(() => dense.Detect(Dense.Rows(1), Threshold.Quantile(0.5))).Message);

    [Fact]
    public void Detect_NoCalibration_SaysSo()
    {
        using var files = new TemporaryModel(Dense, manifest => manifest with { Calibration = null });
        using var model = files.Load();

        Assert.Single(model.Detect(Dense.Rows(1), Threshold.Value(1)));
        Assert.Throws<UnsupportedOperationException>(() => model.Detect(Dense.Rows(1), Threshold.FalsePositiveRate(0.05)));
        Assert.Equal(
            """
            The model has no calibration for a threshold.
            Where: Detect, model 'tiny'
            Expected: a calibration in bundle.json
            Received: none
            Fix: train with a calibration section in the recipe, or pass Threshold.Value(score).
            """,
            Assert.Throws<UnsupportedOperationException>(() => model.Detect(Dense.Rows(1))).Message);
    }

    [Fact]
    public void Sample_Seed_DecodesThePinnedSamples()
    {
        var codes = new float[6];
        new PhiloxStream(42).FillGaussian(0, codes);

        Close.AssertEqual(Variational.Decode(codes), variational.Sample(count: 3, seed: 42));
        Close.AssertEqual(Variational.Decode([.. codes.Select(code => code * 0.5f)]), variational.Sample(3, 42, temperature: 0.5));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(64)]
    public void Sample_AnyBatchLimit_GivesTheSameRows(int maxBatch)
    {
        using var model = variationalFiles.Load(new() { MaxBatch = maxBatch });

        Close.AssertEqual(variational.Sample(100, 7), model.Sample(100, 7));
    }

    [Fact]
    public void Sample_Truncation_DecodesTruncatedSamples()
    {
        var codes = new float[6];
        new PhiloxStream(42).FillTruncatedGaussian(0, codes, 0.5);

        Close.AssertEqual(
            Variational.Decode([.. codes.Select(code => code * 2)]),
            variational.Sample(3, 42, temperature: 2, truncation: 0.5));
    }

    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(0, "0")]
    [InlineData(-2, "-2")]
    public void Sample_TruncationOutOfRange_IsRejected(double truncation, string received) => Assert.Equal(
        $"""
        The truncation is out of range.
        Where: Sample, argument 'truncation'
        Expected: a number of standard deviations, 0.1 or more
        Received: {received}
        Fix: use 2 for more typical rows; lower the temperature for less varied rows.
        """,
        Assert.Throws<InputException>(() => variational.Sample(1, 1, truncation: truncation)).Message);

    [Fact]
    public void Sample_FamilyWithoutPrior_SaysSo() => Assert.Equal(
        """
        The family 'dense' has no prior to sample from.
        Where: Sample, model 'tiny'
        Expected: latent.prior in bundle.json
        Received: none
        Fix: use a variational family, or decode codes of your own.
        """,
        Assert.Throws<UnsupportedOperationException>(() => dense.Sample(1, 1)).Message);

    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(-0.5, "-0.5")]
    [InlineData(1e300, "1E+300")]
    public void Sample_TemperatureOutOfRange_IsRejected(double temperature, string received) => Assert.Equal(
        $"""
        The temperature is out of range.
        Where: Sample, argument 'temperature'
        Expected: a number in the float32 range, 0 or more
        Received: {received}
        Fix: use 1 for the model's own prior.
        """,
        Assert.Throws<InputException>(() => variational.Sample(1, 1, temperature)).Message);

    [Fact]
    public void SamplePosterior_Rows_AddsSpreadToTheMean()
    {
        var rows = Variational.Rows(4);
        var (mean, logVariance) = (Variational.Encode(rows), Variational.LogVariance(rows));
        var random = new PhiloxStream(9, 1);

        var codes = variational.SamplePosterior(rows, 9);

        Close.AssertEqual([.. mean.Select((value, i) => value + MathF.Exp(logVariance[i] / 2) * random.Gaussian(i))], codes);
        Assert.Throws<UnsupportedOperationException>(() => dense.SamplePosterior(rows, 9));
    }

    [Fact]
    public void Interpolate_Linear_GoesStraight()
    {
        var (from, to) = (Dense.Rows(1, seed: 1), Dense.Rows(1, seed: 2));
        var (a, b) = (Dense.Encode(from), Dense.Encode(to));

        var rows = dense.Interpolate(from, to, 3);

        Close.AssertEqual(Dense.Decode([.. a, (a[0] + b[0]) / 2, (a[1] + b[1]) / 2, .. b]), rows);
    }

    [Fact]
    public void Interpolate_Spherical_HasTheSameEnds()
    {
        var (from, to) = (Dense.Rows(1, seed: 1), Dense.Rows(1, seed: 2));

        var rows = dense.Interpolate(from, to, 4, InterpolationKind.Spherical);

        Close.AssertEqual(dense.Reconstruct(from), rows.AsSpan(0, 6));
        Close.AssertEqual(dense.Reconstruct(to), rows.AsSpan(18, 6));
    }

    [Fact]
    public void Graph_Missing_NamesThoseThereAre()
    {
        using var files = new TemporaryModel(Dense, golden: false);
        var path = Path.Combine(files.Folder, "bundle.json");
        var text = File.ReadAllText(path);
        File.WriteAllText(path, text.Replace("\"reconstruct\": {", "\"other\": {"));
        using var model = files.Load();

        Assert.Equal(
            """
            The model has no graph for this operation.
            Where: Reconstruct, model 'tiny'
            Expected: a graph 'reconstruct'
            Received: decode, encode, other, score
            Fix: export a family that has this graph, or call another operation.
            """,
            Assert.Throws<UnsupportedOperationException>(() => model.Reconstruct(Dense.Rows(1))).Message);
    }

    [Fact]
    public void Verify_GoldenVectors_PassWithinTheTolerance()
    {
        var report = variational.Verify();

        Assert.True(report.Passed);
        Assert.Equal(["decode", "encode", "reconstruct", "score"], report.Graphs.Select(graph => graph.Graph));
        Assert.All(report.Graphs, graph => Assert.InRange(graph.LargestDifference!.Value, 0, 1e-5));
        Assert.All(report.Graphs, graph => Assert.Equal(1e-5, graph.Tolerance));
    }

    [Fact]
    public void Verify_OtherGoldenVectors_Fails()
    {
        var golden = Path.Combine(denseFiles.Folder, "golden", "encode", "output_0.pb");
        var tensor = TensorProtoFile.Read(golden);
        tensor.Floats![0] += 0.25f;
        TensorProtoFile.Write(golden, tensor);

        var report = dense.Verify();

        Assert.False(report.Passed);
        Assert.Equal(["encode"], report.Graphs.Where(graph => !graph.Passed).Select(graph => graph.Graph));
        Assert.Equal(0.25, report.Graphs.Single(graph => graph.Graph == "encode").LargestDifference!.Value, 1e-5);
    }

    [Fact]
    public void Verify_NoGoldenVectors_DoesNotPass()
    {
        using var files = new TemporaryModel(Dense, golden: false);
        using var model = files.Load();

        var report = model.Verify();

        Assert.False(report.Passed);
        Assert.Equal(["decode", "encode", "reconstruct", "score"], report.Graphs.Select(graph => graph.Graph));
        Assert.All(report.Graphs, graph => Assert.Null(graph.LargestDifference));
    }

    [Fact]
    public void Verify_OneGraphWithoutGoldenVectors_DoesNotPass()
    {
        Directory.Delete(Path.Combine(denseFiles.Folder, "golden", "score"), recursive: true);

        var report = dense.Verify();

        Assert.False(report.Passed);
        Assert.Equal([new("score", null, 1e-5)], report.Graphs.Where(graph => !graph.Passed));
    }
}
