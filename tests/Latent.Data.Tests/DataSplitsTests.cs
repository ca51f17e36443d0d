using Latent.Files;

namespace Latent.Data.Tests;

public sealed class DataSplitsTests
{
    [Fact]
    public void Divide_PublishedTestSet_LeavesItAsItIs()
    {
        var (train, test) = (Numbers(0, 100), Numbers(1000, 20));

        var splits = DataSplits.Divide(train, test, new() { Validation = SplitSize.Samples(30) });

        Assert.Same(test, splits.Test);
        Assert.Equal((70, 30), (splits.Train.Count, splits.Validation.Count));
        Assert.Equal(train.Values, splits.Train.Values.Concat(splits.Validation.Values).Order());
    }

    [Fact]
    public void Divide_NoTestSet_HoldsEachSampleOnce()
    {
        var all = Numbers(0, 100);

        var splits = DataSplits.Divide(all, new() { Validation = SplitSize.Fraction(0.2), Test = SplitSize.Samples(10) });

        Assert.Equal((72, 18, 10), (splits.Train.Count, splits.Validation.Count, splits.Test.Count));
        Assert.Equal(all.Values, splits.Train.Values.Concat(splits.Validation.Values).Concat(splits.Test.Values).Order());
    }

    [Fact]
    public void Divide_OtherSizeOfValidation_KeepsTheTestSamples()
    {
        var few = DataSplits.Divide(Numbers(0, 100), new() { Validation = SplitSize.Samples(5) });
        var many = DataSplits.Divide(Numbers(0, 100), new() { Validation = SplitSize.Samples(50) });

        Assert.Equal(few.Test.Values, many.Test.Values);
    }

    [Fact]
    public void Divide_Seed_DecidesWhichSamples()
    {
        var first = DataSplits.Divide(Numbers(0, 100), new() { Seed = 1 });
        var again = DataSplits.Divide(Numbers(0, 100), new() { Seed = 1 });
        var other = DataSplits.Divide(Numbers(0, 100), new() { Seed = 2 });

        Assert.Equal(first.Digest, again.Digest);
        Assert.NotEqual(first.Digest, other.Digest);
        Assert.NotEqual(first.Test.Values, other.Test.Values);
    }

    [Fact]
    public void Divide_ValidationOfNothing_IsAllowed() =>
        Assert.Equal(0, DataSplits.Divide(Numbers(0, 10), Numbers(0, 10), new() { Validation = SplitSize.None }).Validation.Count);

    [Fact]
    public void Divide_NoTrainingSamplesLeft_IsAnError()
    {
        var error = Assert.Throws<DataException>(
            () => DataSplits.Divide(Numbers(0, 10), new() { Validation = SplitSize.Samples(8), Test = SplitSize.Samples(2) }));

        Assert.Equal(
            "No samples are left for training.\nWhere: data set \"numbers\"\nExpected: " +
            "fewer than all 10 samples for validation and test together\n"
            + "Received: 8 for validation and 2 for test\nFix: Reduce the validation or test size, or provide more data.",
            error.Message);
    }

    [Fact]
    public void Constructor_DifferentSampleShapes_IsAnError()
    {
        var images = new Dataset("images", [1, 2, 2], new float[4]);

        var error = Assert.Throws<ArgumentException>(() => new DataSplits(images, images, Numbers(0, 1)));

        Assert.Equal(
            "The splits of a data set must have the same sample shape. Received: [1, 2, 2] and [1].",
            error.Message);
    }

    private static Dataset Numbers(int first, int count) => new("numbers", [1], [.. Enumerable.Range(first, count).Select(i => (float)i)]);
}
