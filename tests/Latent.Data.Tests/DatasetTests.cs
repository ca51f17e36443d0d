using Latent.Imaging;

namespace Latent.Data.Tests;

public sealed class DatasetTests
{
    [Fact]
    public void Rows_Range_IsAViewOfTheValues()
    {
        var data = Table(4);

        var rows = data.Rows(1..3);

        Assert.True(rows == data.Values.AsSpan(2, 4));
        Assert.Equal([6, 7], data.Row(3).ToArray());
        Assert.Equal([6, 7], data.Rows(^1..).ToArray());
    }

    [Fact]
    public void Rows_BeyondTheEnd_IsAnError() => Assert.Throws<ArgumentOutOfRangeException>(() => Table(4).Rows(3..5).Length);

    [Fact]
    public void Subset_Indices_HoldsTheirRowsAndLabelsInOrder()
    {
        var subset = Table(4).Subset([3, 0, 3]);

        Assert.Equal([6, 7, 0, 1, 6, 7], subset.Values);
        Assert.Equal([30, 0, 30], subset.Labels!);
        Assert.Equal(["a", "b"], subset.FeatureNames!);
    }

    [Fact]
    public void Subset_OfNothing_IsEmpty() => Assert.Equal(0, Table(4).Subset([]).Count);

    [Fact]
    public void Image_OfThreeDimensions_IsTheImageShape()
    {
        Assert.Equal(new ImageShape(1, 2, 3), new Dataset("images", [1, 2, 3], new float[12]).Image);
        Assert.Null(Table(1).Image);
    }

    [Fact]
    public void Range_NotGiven_IsMeasured() => Assert.Equal(new ValueRange(0, 7), Table(4).Range);

    [Fact]
    public void Digest_SameContent_IsTheSameWhateverTheName()
    {
        var one = new Dataset("one", [2], [1, 2, 3, 4]);
        var other = new Dataset("other", new TableSchema(2, ["a", "b"]), [1, 2, 3, 4]);

        Assert.Equal(one.Digest, other.Digest);
        Assert.Equal("45a09fb9d8b610236e0b16839a673da28f53830bb9f897272306a60549a1c8b2", one.Digest);
    }

    [Fact]
    public void Digest_OtherContent_IsAnother()
    {
        var digests = new[]
        {
            new Dataset("d", [2], [1, 2, 3, 4]).Digest,
            new Dataset("d", [2], [1, 2, 4, 3]).Digest,
            new Dataset("d", [4], [1, 2, 3, 4]).Digest,
            new Dataset("d", [2], [1, 2, 3, 4], [0, 0]).Digest,
            new Dataset("d", [2], [1, 2, 3, 4], [0, 1]).Digest,
        };

        Assert.Equal(digests.Length, digests.Distinct().Count());
    }

    [Fact]
    public void Constructor_InconsistentSizes_IsAnError()
    {
        Assert.Equal(
            "5 values are not a whole number of samples of size 2. (Parameter 'values')", Rejection(() => new("d", [2], new float[5])));
        Assert.Equal("1 labels for 2 samples. (Parameter 'labels')", Rejection(() => new("d", [2], new float[4], [1])));
        Assert.Equal(
            "Every dimension of a sample shape must be at least 1. Received: [2, 0]. (Parameter 'shape')",
            Rejection(() => new("d", [2, 0], [])));
    }

    private static string Rejection(Func<Dataset> make) => Assert.Throws<ArgumentException>(make).Message;

    private static Dataset Table(int rows) => new(
        "table",
        new TableSchema(2, ["a", "b"]),
        [.. Enumerable.Range(0, 2 * rows).Select(i => (float)i)],
        [.. Enumerable.Range(0, rows).Select(i => 10 * i)]);
}
