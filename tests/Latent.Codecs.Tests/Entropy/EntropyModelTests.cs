using Latent.Bundles;
using Latent.Tests;

namespace Latent.Codecs.Tests;

public sealed class EntropyModelTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    private string File => temporary["entropy.bin"];

    public void Dispose() => temporary.Dispose();

    [Fact]
    public void Read_WhatSaveWrote_IsTheSame()
    {
        var model = SmallEntropy.Create();
        model.Save(File);

        var read = EntropyModel.Read(File);

        Assert.Equal((2, 8, 2, 3, 2), (read.Channels, read.Stride, read.Rates, read.Hidden, read.Scales));
        Assert.Equal(model.Gains, read.Gains);
        Assert.Equal(model.Steps, read.Steps);
        Assert.Equal(model.HiddenBiases, read.HiddenBiases);
        Assert.Equal(model.HiddenWeights, read.HiddenWeights);
        Assert.Equal(model.OutputBiases, read.OutputBiases);
        Assert.Equal(model.OutputWeights, read.OutputWeights);
        Assert.Equal((-768, 48, 1, 0.5f), (read.LowestScale, read.ScaleStep, read.Phases, read.Rounding));
        Assert.Equal([1000, 63535, 1000, 1], Enumerable.Range(0, 4).Select(read.Tables[0].Frequency));
        Assert.Equal(-1, read.Tables[0].Lowest);
    }

    [Fact]
    public void Read_CutShortAnywhere_IsRejected()
    {
        SmallEntropy.Create().Save(File);
        var bytes = System.IO.File.ReadAllBytes(File);

        for (var length = 0; length < bytes.Length; length++)
            Assert.Throws<BundleException>(() => EntropyModelReader.Read(bytes[..length], "entropy.bin"));
    }

    [Fact]
    public void Read_MoreBehindTheEnd_IsRejected()
    {
        SmallEntropy.Create().Save(File);

        var error = Assert.Throws<BundleException>(() => EntropyModelReader.Read([.. System.IO.File.ReadAllBytes(File), 0], "entropy.bin"));

        Assert.Equal(
            "The entropy model of a codec cannot be read.\nWhere: entropy.bin\nExpected: the end of the file after the last table\n" +
            "Received: more bytes\n" +
            "Fix: copy the bundle again: the file was changed or cut short after it was written.",
            error.Message);
    }

    [Fact]
    public void Read_AnyByteChanged_IsRejectedOrReadButNeverFails()
    {
        SmallEntropy.Create().Save(File);
        var bytes = System.IO.File.ReadAllBytes(File);
        var random = new Random(7);

        for (var position = 0; position < bytes.Length; position++)
        {
            byte[] changed = [.. bytes];
            changed[position] ^= (byte)random.Next(1, 256);
            if (Record.Exception(() => EntropyModelReader.Read(changed, "entropy.bin")) is { } error)
                Assert.IsType<BundleException>(error);
        }
    }

    [Theory]
    [InlineData(new[] { 65536 })]
    [InlineData(new[] { 65536, 0 })]
    [InlineData(new[] { 1, 2 })]
    [InlineData(new[] { 65000, 65000 })]
    [InlineData(new[] { -1, 65537 })]
    public void FrequencyTable_ThatIsNone_IsRejected(int[] frequencies)
    {
        var error = Assert.Throws<ArgumentException>(() => new FrequencyTable(0, frequencies));

        Assert.StartsWith("A table has two or more frequencies of at least 1 that add up to 65536.", error.Message);
    }

    [Fact]
    public void FrequencyTable_EveryPosition_BelongsToTheEntryWhoseShareHoldsIt()
    {
        var table = new FrequencyTable(-1, [1000, 63535, 1000, 1]);

        for (var position = 0; position < FrequencyTable.Total; position += 13)
        {
            var entry = table.EntryAt(position);
            Assert.InRange(position, table.Start(entry), table.Start(entry) + table.Frequency(entry) - 1);
        }

        Assert.Equal(
            (0, 1, 2, 3, 3),
            (table.EntryOf(-1), table.EntryOf(0), table.EntryOf(1), table.EntryOf(2), table.EntryOf(int.MinValue)));
    }
}
