using Latent.Bundles;
using Latent.Fitting;
using Latent.Tests;
using Latent.Training.Reports;

namespace Latent.Training.Tests.Reports;

public sealed class MetricsLogTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Log => folder["metrics.jsonl"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        EpochMetrics[] history =
        [
            new() {
                Epoch = 1,
                LearningRate = 1e-3,
                Train = new(3.5, [new("reconstruction", 3), new("kl", 0.5)]),
                Seconds = 1.5,
                RowsPerSecond = 100 },
            new() { Epoch = 2, LearningRate = 5e-4, Train = new(2, []), Validation = new(2.25, []), Seconds = 1, RowsPerSecond = 150 },
        ];

        MetricsLog.Write(Log, history);
        var read = MetricsLog.Read(Log);

        Assert.Equal([1, 2], read.Select(epoch => epoch.Epoch));
        Assert.Equal(history[0].Train.Terms, read[0].Train.Terms);
        Assert.Null(read[0].Validation);
        Assert.Equal(2.25, read[1].Validation!.Loss);
    }

    [Fact]
    public void Read_WhereThereIsNoFile_SaysWhatIsMissing() =>
        Assert.Equal(Message("The metrics of the training run are missing.", "nothing"), ErrorOfReading());

    [Fact]
    public void Read_AnEmptyFile_SaysSo()
    {
        File.WriteAllText(Log, "");

        Assert.Equal(Message("The metrics of the training run are missing.", "an empty file"), ErrorOfReading());
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("{}")]
    [InlineData("""{"epoch":1,"learning_rate":1,"train":{"los":1},"seconds":1,"rows_per_second":1}""")]
    public void Read_ACorruptFile_SaysWhere(string line)
    {
        File.WriteAllText(Log, line + "\n");

        Assert.StartsWith($"The metrics of the training run cannot be read.\nWhere: {Log}\n" +
            "Expected: one JSON object per epoch, as written by 'latent train'\nReceived: ", ErrorOfReading());
    }

    private string ErrorOfReading() => Assert.Throws<BundleException>(() => MetricsLog.Read(Log)).Message;

    private string Message(string problem, string received) =>
        $"{problem}\nWhere: {Log}\nExpected: one JSON object per epoch, as written by 'latent train'\nReceived: {received}\n" +
            "Fix: restore the original bundle, or train the model again.";
}
