using Latent.Files;
using Latent.Tests;

namespace Latent.Data.Tests;

public sealed class NiftiFileTests : IDisposable
{
    private const short Bytes = 2;
    private const short Shorts = 4;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("scan.nii")]
    [InlineData("scan.nii.gz")]
    public void Read_Bytes_AreVoxelsInTheirOrder(string name)
    {
        var bytes = NiftiBytes.Create([3, 2, 1], Bytes, [1, 2, 3, 4, 5, 6]);

        var volume = NiftiFile.Read(folder.Write(name, name.EndsWith(".gz", StringComparison.Ordinal) ? ArchiveBytes.Gzip(bytes) : bytes));

        Assert.Equal((1, 2, 3), (volume.Depth, volume.Height, volume.Width));
        Assert.Equal([1, 2, 3, 4, 5, 6], volume.Slice(0).ToArray());
    }

    [Theory]
    [InlineData(false, new byte[] { 0xFE, 0xFF, 0x02, 0x01 })]
    [InlineData(true, new byte[] { 0xFF, 0xFE, 0x01, 0x02 })]
    public void Read_ScaledShortsInEitherByteOrder_AreScaled(bool isBigEndian, byte[] voxels)
    {
        var path = folder.Write("scan.nii", NiftiBytes.Create([2, 1, 1], Shorts, voxels, slope: 2, intercept: 1, isBigEndian));

        Assert.Equal([-3, 517], NiftiFile.Read(path).Voxels);
    }

    [Fact]
    public void Read_Truncated_SaysHowManyBytesItHas()
    {
        var path = folder.Write("scan.nii", NiftiBytes.Create([2, 2, 2], Shorts, [1, 2, 3]));

        var error = Assert.Throws<DataException>(() => NiftiFile.Read(path));

        Assert.Equal(
            $"The file is truncated.\nWhere: {path}\nExpected: 16 bytes of voxels\nReceived: 3\nFix: Fetch or copy the file again.",
            error.Message);
    }

    [Fact]
    public void Read_ASeries_IsRejected()
    {
        var path = folder.Write("scan.nii", NiftiBytes.Create([2, 2, 2, 5], Bytes, new byte[40]));

        var error = Assert.Throws<DataException>(() => NiftiFile.Read(path));

        Assert.Equal(
            $"The file does not contain exactly one volume.\nWhere: {path}\nExpected: three dimensions\nReceived: 4: 2 x 2 x 2 x 5\n"
            + "Fix: Extract one volume from the series.",
            error.Message);
    }

    [Theory]
    [InlineData(128, "The voxel type is not supported.")]
    [InlineData(0, "The voxel type is not supported.")]
    public void Read_AnUnknownType_IsRejected(short type, string problem)
    {
        var path = folder.Write("scan.nii", NiftiBytes.Create([1, 1, 1], type, [1, 2, 3]));

        Assert.Equal(problem, Assert.Throws<DataException>(() => NiftiFile.Read(path)).Problem);
    }

    [Fact]
    public void Read_AnotherFormat_IsRejected()
    {
        var path = folder.Write("scan.nii", "not a scan");

        Assert.Equal("This is not a NIfTI-1 file.", Assert.Throws<DataException>(() => NiftiFile.Read(path)).Problem);
    }

    [Fact]
    public void Read_ImplausibleSizes_AreRejectedBeforeAllocation()
    {
        var path = folder.Write("scan.nii", NiftiBytes.Create([short.MaxValue, short.MaxValue, short.MaxValue], Bytes, []));

        Assert.Equal("The volume has an implausible size.", Assert.Throws<DataException>(() => NiftiFile.Read(path)).Problem);
    }
}
