namespace Latent.Codecs;

/// <summary>
/// A range coder: encodes symbols of known frequencies as one number (Martin 1979), without carry propagation (Subbotin 1999):
/// an interval that straddles a carry and has become small is cut to the part before the carry. Uses only 32-bit integers, so
/// that every machine writes the same bytes.
/// </summary>
internal sealed class RangeEncoder
{
    /// <summary>If the XOR of an interval's two ends is below this value, their highest bytes are equal and can be written.</summary>
    public const uint Top = 1 << 24;

    /// <summary>The minimum width of an interval before a symbol is coded.</summary>
    public const uint Bottom = FrequencyTable.Total;

    private readonly List<byte> bytes = [];
    private uint low;
    private uint range = uint.MaxValue;

    /// <summary>Encodes an entry of a table.</summary>
    public void Write(FrequencyTable table, int entry) => Narrow((uint)table.Start(entry), (uint)table.Frequency(entry));

    /// <summary>Encodes uniformly distributed bits.</summary>
    /// <param name="value">The value, below 2 to the power of <paramref name="bits"/>.</param>
    /// <param name="bits">The number of bits, 1 to 16.</param>
    public void WriteBits(int value, int bits) => Narrow((uint)value << (16 - bits), 1u << (16 - bits));

    /// <summary>
    /// Flushes the encoder with the minimum number of bytes that identify the interval; a decoder reads zeros after the end.
    /// </summary>
    public byte[] Finish()
    {
        for (var kept = 1; kept <= sizeof(uint); kept++)
        {
            var tail = kept == sizeof(uint) ? 0 : uint.MaxValue >> (8 * kept);
            var value = ((ulong)low + tail) & ~(ulong)tail;
            if (value >= (ulong)low + range || value > uint.MaxValue)
                continue;
            for (var i = 0; i < kept; i++)
                bytes.Add((byte)(value >> (24 - (8 * i))));
            break;
        }

        while (bytes.Count > 0 && bytes[^1] == 0)
            bytes.RemoveAt(bytes.Count - 1);
        return [.. bytes];
    }

    private void Narrow(uint start, uint frequency)
    {
        var unit = range / Bottom;
        low += unit * start;
        range = unit * frequency;
        while (TryLeave(low, ref range))
        {
            bytes.Add((byte)(low >> 24));
            low <<= 8;
            range <<= 8;
        }
    }

    /// <summary>Returns whether the highest byte is final; cuts an interval that is too small and straddles a carry.</summary>
    public static bool TryLeave(uint low, ref uint range)
    {
        if ((low ^ unchecked(low + range)) < Top)
            return true;
        if (range >= Bottom)
            return false;
        range = unchecked(0 - low) & (Bottom - 1);
        return true;
    }
}
