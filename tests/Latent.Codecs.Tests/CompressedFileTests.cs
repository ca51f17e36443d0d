namespace Latent.Codecs.Tests;

public sealed class CompressedFileTests
{
    private static readonly CompressedFile Sample = new(3, 301, 370, "0123456789abcdef", new byte[] { 5, 0, 7, 255 });

    [Fact]
    public void Read_WhatToBytesGave_IsTheSame()
    {
        var read = CompressedFile.Read(Sample.ToBytes());

        Assert.Equal((Sample.Rate, Sample.Width, Sample.Height, Sample.Model), (read.Rate, read.Width, read.Height, read.Model));
        Assert.Equal(Sample.Payload.ToArray(), read.Payload.ToArray());
    }

    [Fact]
    public void Read_CutShortAnywhere_SaysTruncated()
    {
        var bytes = Sample.ToBytes();

        for (var length = 4; length < bytes.Length; length++)
            Assert.Equal(CompressedFault.Truncated, FaultOf(bytes[..length]));
        Assert.Equal(CompressedFault.InvalidFormat, FaultOf(bytes[..3]));
    }

    [Fact]
    public void Read_AnyBitChanged_IsRejected()
    {
        var bytes = Sample.ToBytes();

        for (var bit = 0; bit < 8 * bytes.Length; bit++)
        {
            byte[] changed = [.. bytes];
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Throws<CompressedException>(() => CompressedFile.Read(changed));
        }
    }

    [Fact]
    public void Read_BytesAtRandom_AreRejected()
    {
        var random = new Random(1);
        for (var i = 0; i < 2000; i++)
        {
            var bytes = new byte[random.Next(64)];
            random.NextBytes(bytes);
            if (i % 2 == 0)
                "LATC\u0001"u8[..Math.Min(5, bytes.Length)].CopyTo(bytes);

            Assert.Throws<CompressedException>(() => CompressedFile.Read(bytes));
        }
    }

    [Fact]
    public void Read_MoreBehindTheEnd_SaysAltered() => Assert.Equal(CompressedFault.Altered, FaultOf([.. Sample.ToBytes(), 0]));

    [Fact]
    public void Read_ALaterVersion_SaysNewer()
    {
        var bytes = Sample.ToBytes();
        bytes[4] = 2;

        Assert.Equal(CompressedFault.Newer, FaultOf(bytes));
    }

    [Fact]
    public void Read_SomethingElse_SaysWhatWouldDo()
    {
        var error = Assert.Throws<CompressedException>(() => CompressedFile.Read("GIF89a and more"u8.ToArray()));

        Assert.Equal(CompressedFault.InvalidFormat, error.Fault);
        Assert.Equal(
            "The data is not a compressed image.\nWhere: Decompress\nExpected: bytes that begin with LATC\nReceived: other bytes\n" +
            "Fix: pass a file that 'latent compress' or ImageCodec.Compress wrote.",
            error.Message);
    }

    [Fact]
    public void Read_AStreamThatDoesNotEnd_IsLimited()
    {
        using var endless = new EndlessStream();

        Assert.Equal(CompressedFault.InvalidFormat, Assert.Throws<CompressedException>(() => CompressedStream.Read(endless)).Fault);
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(5, -1)]
    [InlineData(1 << 20, 1 << 20)]
    public void Read_ASizeThatNoImageHas_SaysAltered(int width, int height) =>
        Assert.Equal(CompressedFault.Altered, FaultOf((Sample with { Width = width, Height = height }).ToBytes()));

    [Fact]
    public void Grow_AnImage_RepeatsItsEdges()
    {
        var grown = ImagePadding.Grow([0.1f, 0.2f, 0.3f, 2f], width: 2, height: 2, grownWidth: 3, grownHeight: 3);

        Assert.Equal([0.1f, 0.2f, 0.2f, 0.3f, 1, 1, 0.3f, 1, 1], grown);
        Assert.Equal([0.1f, 0.2f, 0.3f, 1], ImagePadding.Crop(grown, grownWidth: 3, width: 2, height: 2));
    }

    private static CompressedFault FaultOf(byte[] bytes) => Assert.Throws<CompressedException>(() => CompressedFile.Read(bytes)).Fault;
}
