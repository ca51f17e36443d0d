using Latent.Data;
using Latent.Fitting;
using Latent.Training.Binding;
using Latent.Training.Recipes.Checks;

namespace Latent.Training.Tests.Recipes.Checks;

public sealed class TrainingRowsCheckTests
{
    [Fact]
    public void Check_ABatchBeyondTheRows_SaysWhatToSet()
    {
        var error = Assert.Throws<RecipeException>(() => Check(batchSize: 128, rows: 100, i => i));

        Assert.Equal(
            "test: fit.batch_size must be at most the number of training rows. Received: 128, and sensors has 100. " +
            "Lower it, for example with --set fit.batch_size=12.",
            error.Message);
    }

    [Fact]
    public void Check_ABatchOfAllRows_IsAllowed() => Check(batchSize: 100, rows: 100, i => i);

    [Fact]
    public void Check_RowsThatDifferInTheLast_AreAllowed() => Check(batchSize: 8, rows: 100, i => i == 199 ? 2 : i % 2);

    [Fact]
    public void Check_RowsThatAreAllTheSame_SaysThatThereIsNothingToLearn()
    {
        var error = Assert.Throws<TrainingException>(() => Check(batchSize: 8, rows: 100, i => i % 2));

        Assert.Equal("All 100 training rows of sensors are equal, so there is nothing to learn. " +
            "Check the file and how its columns are read.", error.Message);
    }

    [Fact]
    public void Check_ASingleRow_SaysSo()
    {
        var error = Assert.Throws<TrainingException>(() => Check(batchSize: 128, rows: 1, i => i));

        Assert.Equal("sensors has a single training row, but a model learns from differences between rows. " +
            "Add rows, or lower data.validation and data.test.", error.Message);
    }

    private static void Check(int batchSize, int rows, Func<int, float> value) => TrainingRowsCheck.Check(
        TinyRuns.Dense with { Fit = new TrainerOptions { BatchSize = batchSize } },
        new Dataset("sensors", [2], [.. Enumerable.Range(0, rows * 2).Select(value)]));
}
