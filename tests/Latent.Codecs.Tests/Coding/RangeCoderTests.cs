namespace Latent.Codecs.Tests;

public sealed class RangeCoderTests
{
    private static readonly FrequencyTable[] Tables =
    [
        new(0, [1, 65535]), new(0, [65535, 1]), new(-3, [10, 60000, 5000, 525, 1]), new(0, [32768, 32768]), new(
            0,
            [.. Enumerable.Repeat(256, 256)]),
    ];

    [Theory]
    [InlineData(1, 10_000)]
    [InlineData(2, 1)]
    [InlineData(3, 0)]
    public void Read_WhatWriteWrote_IsTheSame(int seed, int count)
    {
        var symbols = RandomSymbols(seed, count);

        var bytes = Encode(symbols);

        var decoder = new RangeDecoder(bytes);
        foreach (var (table, entry, bits) in symbols)
        {
            Assert.Equal(entry, decoder.Read(table));
            Assert.Equal(bits, decoder.ReadBits(5));
        }
    }

    [Fact]
    public void Finish_OfManySymbols_TakesHardlyMoreThanTheirInformation()
    {
        var symbols = RandomSymbols(4, 20_000);
        var information = symbols.Sum(symbol => 5 - Math.Log2(symbol.Table.Frequency(symbol.Entry) / (double)FrequencyTable.Total)) / 8;

        Assert.InRange(Encode(symbols).Length, information, (information * 1.005) + 4);
    }

    [Fact]
    public void Finish_OfThousandsOfExpectedSymbols_IsAByteOrTwo()
    {
        var encoder = new RangeEncoder();
        for (var i = 0; i < 10_000; i++)
            encoder.Write(Tables[1], 0);

        Assert.InRange(encoder.Finish().Length, 0, 2);
    }

    [Fact]
    public void Read_AnyBytes_GivesEntriesOfTheTables()
    {
        var bytes = new byte[1000];
        new Random(5).NextBytes(bytes);
        var decoder = new RangeDecoder(bytes);

        for (var i = 0; i < 5000; i++)
            Assert.InRange(decoder.Read(Tables[i % Tables.Length]), 0, Tables[i % Tables.Length].Count - 1);
    }

    private static List<(FrequencyTable Table, int Entry, int Bits)> RandomSymbols(int seed, int count)
    {
        var random = new Random(seed);
        var tables = Enumerable.Range(0, count).Select(_ => Tables[random.Next(Tables.Length)]);
        return [.. tables.Select(table => (table, table.EntryAt(random.Next(FrequencyTable.Total)), random.Next(32)))];
    }

    private static byte[] Encode(List<(FrequencyTable Table, int Entry, int Bits)> symbols)
    {
        var encoder = new RangeEncoder();
        foreach (var (table, entry, bits) in symbols)
        {
            encoder.Write(table, entry);
            encoder.WriteBits(bits, 5);
        }

        return encoder.Finish();
    }
}
