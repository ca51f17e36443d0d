using System.Diagnostics;

namespace Latent.Runtime.Extensions.Tests;

public sealed class ObservedAutoencoderTests
{
    private const string DetectTags = "latent.model.name=defects,latent.operation=detect";

    [Fact]
    public void Detect_RowsWithNoise_CountsTimesAndTraces()
    {
        using var services = Application.With();
        using var recording = new Recording(services);
        var rows = Application.RowsWithNoise();

        var anomalies = services.Defects().Detect(rows).Count(verdict => verdict.IsAnomaly);

        Assert.True(anomalies > 0);
        Assert.Equal(
            [("latent.anomalies", "{anomaly}", anomalies, DetectTags), ("latent.calls", "{call}", 1, DetectTags), ("latent.rows", "{row}", rows.Length / 784, DetectTags)],
            recording.Measurements.Where(entry => entry.Name != LatentTelemetry.CallDuration)
                .OrderBy(entry => entry.Name, StringComparer.Ordinal));
        var duration = Assert.Single(recording.Measurements, entry => entry.Name == LatentTelemetry.CallDuration);
        Assert.Equal(("s", DetectTags), (duration.Unit, duration.Tags));
        Assert.InRange(duration.Value, 1e-7, 60);
        var activity = Assert.Single(recording.Activities);
        Assert.Equal("detect defects", activity.DisplayName);
        Assert.Equal((long)rows.Length / 784, activity.GetTagItem(LatentTelemetry.Rows));
        Assert.Equal((long)anomalies, activity.GetTagItem(LatentTelemetry.Anomalies));
    }

    [Fact]
    public void Encode_PartOfARow_IsCountedAsAnError()
    {
        using var services = Application.With();
        using var recording = new Recording(services);

        Assert.Throws<ShapeException>(() => services.Defects().Encode(new float[783]));

        const string tags = "latent.model.name=defects,latent.operation=encode,error.type=Latent.Runtime.ShapeException";
        Assert.Equal(
            [LatentTelemetry.CallDuration, LatentTelemetry.Calls],
            recording.Measurements.Select(entry => entry.Name).Order(StringComparer.Ordinal));
        Assert.All(recording.Measurements, entry => Assert.Equal(tags, entry.Tags));
        var activity = Assert.Single(recording.Activities);
        Assert.Equal(ActivityStatusCode.Error, activity.Status);
        Assert.Equal("Latent.Runtime.ShapeException", activity.GetTagItem("error.type"));
        Assert.Equal("exception", Assert.Single(activity.Events).Name);
    }

    [Fact]
    public void EveryOperation_GivesWhatTheModelGives()
    {
        using var services = Application.With();
        using var recording = new Recording(services);
        var (defects, model) = (services.Defects(), services.Defects().Model);
        var rows = Application.RowsWithNoise();

        var codes = defects.Encode(rows).Mean;

        Assert.Equal(model.Encode(rows).Mean, codes);
        Assert.Equal(model.Decode(codes), defects.Decode(codes));
        Assert.Equal(model.Reconstruct(rows), defects.Reconstruct(rows));
        Assert.Equal(model.Score(rows, withErrors: true).Errors, defects.Score(rows, withErrors: true).Errors);
        Assert.Equal(model.Detect(rows), defects.Detect(rows));
        Assert.Equal(
            model.Explain(rows, contributions: 2).Select(row => row.ToString()),
            defects.Explain(rows, contributions: 2).Select(row => row.ToString()));
        Assert.Equal(
            ["encode", "decode", "reconstruct", "score", "detect", "explain"], recording.Activities
                .Select(activity => activity.GetTagItem(LatentTelemetry.Operation)));
        Assert.All(
            recording.Measurements.Where(entry => entry.Name == LatentTelemetry.Rows),
            entry => Assert.Equal(rows.Length / 784, entry.Value));
    }

    [Fact]
    public void Detect_ThresholdOfTheOptions_Counts()
    {
        using var never = Application.With(options => options.Threshold = 1e9);
        using var always = Application.With(options => options.Threshold = -1e9);
        var rows = Application.RowsWithNoise();

        Assert.DoesNotContain(never.Defects().Detect(rows), verdict => verdict.IsAnomaly);
        Assert.All(always.Defects().Detect(rows), verdict => Assert.True(verdict.IsAnomaly));
        Assert.All(never.Defects().Detect(rows, Threshold.Value(-1e9)), verdict => Assert.True(verdict.IsAnomaly));
    }
}
