using System.Numerics;

namespace Latent.Codecs;

/// <summary>Codes values outside a table: the side on which they lie and the distance (Elias gamma code, Elias 1975).</summary>
internal static class Escape
{
    private const int LengthBits = 5;
    private const int MaxBits = 16;

    /// <summary>Writes a value outside a table.</summary>
    public static void Write(RangeEncoder encoder, FrequencyTable table, int value)
    {
        var isBelow = value < table.Lowest;
        var distance = isBelow ? table.Lowest - value : value - (table.Lowest + table.Escape) + 1;
        var bits = BitOperations.Log2((uint)distance);
        encoder.WriteBits(isBelow ? 1 : 0, 1);
        encoder.WriteBits(bits, LengthBits);
        for (var left = bits; left > 0; left -= MaxBits)
            encoder.WriteBits((distance >> Math.Max(0, left - MaxBits)) & Mask(Math.Min(left, MaxBits)), Math.Min(left, MaxBits));
    }

    /// <summary>Reads a value outside a table. Arbitrary bytes give some value within ±2^30.</summary>
    public static int Read(ref RangeDecoder decoder, FrequencyTable table)
    {
        var isBelow = decoder.ReadBits(1) == 1;
        var bits = Math.Min(decoder.ReadBits(LengthBits), 29);
        var distance = 1;
        for (var left = bits; left > 0; left -= MaxBits)
            distance = (distance << Math.Min(left, MaxBits)) | decoder.ReadBits(Math.Min(left, MaxBits));
        return isBelow ? table.Lowest - distance : table.Lowest + table.Escape + distance - 1;
    }

    private static int Mask(int bits) => (1 << bits) - 1;
}
