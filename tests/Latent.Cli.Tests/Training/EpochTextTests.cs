using Latent.Fitting;

namespace Latent.Cli.Tests.Training;

public sealed class EpochTextTests
{
    [Fact]
    public void Format_VariationalEpoch_SeparatesTheTerms() => Assert.Equal(
        "epoch 3/10  loss 112.4 (reconstruction 87.9, kl 24.5)  validation 110.8  7,912 rows/s",
        EpochText.Format(
            Epoch(Losses(112.4, ("reconstruction", 87.9), ("kl", 24.5)), Losses(110.8, ("reconstruction", 86), ("kl", 24.8))),
            10));

    [Fact]
    public void Format_DenseEpochWithoutValidation_HasTheLossAlone() =>
        Assert.Equal(
            "epoch 3/10  loss 0.0312  7,912 rows/s",
            EpochText.Format(Epoch(Losses(0.0312, ("reconstruction", 0.0312)), null), 10));

    private static LossValues Losses(double loss, params (string Name, double Value)[] parts) =>
        new(loss, [.. parts.Select(part => KeyValuePair.Create(part.Name, part.Value))]);

    private static EpochMetrics Epoch(LossValues train, LossValues? validation) =>
        new() { Epoch = 3, LearningRate = 1e-3, Train = train, Validation = validation, Seconds = 7.2, RowsPerSecond = 7911.6 };
}
