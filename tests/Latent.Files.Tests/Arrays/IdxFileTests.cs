using Latent.Tests;

namespace Latent.Files.Tests;

public sealed class IdxFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void ReadImages_WellFormed_GivesShapeAndPixels()
    {
        var images = IdxFile.ReadImages(folder.Write("images", IdxBytes.TwoImages()));

        Assert.Equal([2, 2, 3], images.Shape);
        Assert.Equal(220, images.Values.Span[11]);
        Assert.Equal(20 / 255f, images.ToUnitFloats()[1]);
    }

    [Fact]
    public void ReadImages_Compressed_IsUnpacked()
    {
        var images = IdxFile.ReadImages(folder.Write("images.gz", ArchiveBytes.Gzip(IdxBytes.TwoImages())));

        Assert.Equal(12, images.Values.Length);
    }

    [Fact]
    public void ReadLabels_WellFormed_GivesNumbers()
    {
        var labels = IdxFile.ReadLabels(folder.Write("labels", IdxBytes.Create([3], [7, 0, 9])));

        Assert.Equal([7, 0, 9], labels.ToIntegers());
    }

    [Fact]
    public void ReadImages_Truncated_SaysHowManyBytesAreMissing()
    {
        var path = folder.Write("images", IdxBytes.TwoImages()[..20]);

        var error = Assert.Throws<DataException>(() => IdxFile.ReadImages(path));

        Assert.Equal(
            $"The file is truncated.\nWhere: {path}\nExpected: 28 bytes\nReceived: 20 bytes\nFix: Fetch the file again; it is corrupt.",
            error.Message);
    }

    [Fact]
    public void ReadImages_TruncatedHeader_SaysHowManyBytesAreMissing()
    {
        var path = folder.Write("images", IdxBytes.TwoImages()[..7]);

        var error = Assert.Throws<DataException>(() => IdxFile.ReadImages(path));

        Assert.Equal(
            $"The file is truncated.\nWhere: {path}\nExpected: 16 bytes\nReceived: 7 bytes\nFix: Fetch the file again; it is corrupt.",
            error.Message);
    }

    [Fact]
    public void ReadImages_Oversized_IsRejected()
    {
        var path = folder.Write("images", [.. IdxBytes.TwoImages(), 1]);

        var error = Assert.Throws<DataException>(() => IdxFile.ReadImages(path));

        Assert.Equal(
            $"The file continues after its last value.\nWhere: {path}\nExpected: 28 bytes\nReceived: more\n"
            + "Fix: Fetch the file again; it is corrupt.",
            error.Message);
    }

    [Fact]
    public void ReadImages_OfLabels_SaysWhichKindIsExpected()
    {
        var path = folder.Write("labels", IdxBytes.Create([3], [7, 0, 9]));

        var error = Assert.Throws<DataException>(() => IdxFile.ReadImages(path));

        Assert.Equal(
            $"This is not an IDX file of images.\nWhere: {path}\nExpected: " +
            "a file that begins with 00000803 (unsigned bytes, 3 dimensions)\n"
            + "Received: 00000801\nFix: Provide an IDX file of images, or fetch the data set again.",
            error.Message);
    }

    [Fact]
    public void ReadLabels_Empty_IsRejected()
    {
        var path = folder.Write("labels", "");

        var error = Assert.Throws<DataException>(() => IdxFile.ReadLabels(path));

        Assert.Equal("an empty file", error.Received);
        Assert.Equal("a file that begins with 00000801 (unsigned bytes, 1 dimension)", error.Expected);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void ReadImages_InvalidSize_IsRejectedBeforeAllocation(int height)
    {
        var path = folder.Write("images", IdxBytes.Create([2, height, 3], [1, 2, 3]));

        var error = Assert.Throws<DataException>(() => IdxFile.ReadImages(path));

        Assert.StartsWith("The size of dimension ", error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadImages_TruncatedCompression_IsRejected()
    {
        var packed = ArchiveBytes.Gzip(IdxBytes.Create([1, 100, 100], [.. Enumerable.Range(0, 10_000).Select(i => (byte)(i * i))]));
        var path = folder.Write("images.gz", packed[..(packed.Length / 2)]);

        var error = Assert.Throws<DataException>(() => IdxFile.ReadImages(path));

        Assert.Contains(error.Problem, new[] { "The file is truncated.", "The compressed file is corrupt." });
    }

    [Fact]
    public void ReadImages_NotCompressedDespiteItsName_IsRejected()
    {
        var path = folder.Write("images.gz", IdxBytes.TwoImages());

        var error = Assert.Throws<DataException>(() => IdxFile.ReadImages(path));

        Assert.Equal("The compressed file is corrupt.", error.Problem);
    }

    [Fact]
    public void ReadImages_MissingFile_NamesIt()
    {
        var path = folder["nowhere"];

        var error = Assert.Throws<DataException>(() => IdxFile.ReadImages(path));

        Assert.Equal(
            $"There is no such file.\nWhere: {path}\nFix: Check the spelling; paths are relative to the current folder.",
            error.Message);
    }
}
