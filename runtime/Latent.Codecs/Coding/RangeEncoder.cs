namespace Latent.Codecs;

/// <summary>
/// Writes symbols of known frequencies as one number (range coding, Martin 1979), without carries (Subbotin 1999): where
/// the interval lies across a carry and has become small, it is cut to the part before the carry. Whole numbers of 32
/// bits alone, so that every machine writes the same bytes.
/// </summary>
internal sealed class RangeEncoder
{
    /// <summary>Below this the highest byte of an interval's two ends is the same, and can go.</summary>
    public const uint Top = 1 << 24;

    /// <summary>An interval is at least this wide when a symbol comes.</summary>
    public const uint Bottom = FrequencyTable.Total;

    private readonly List<byte> bytes = [];
    private uint low;
    private uint range = uint.MaxValue;

    /// <summary>Writes an entry of a table.</summary>
    public void Write(FrequencyTable table, int entry) => Narrow((uint)table.Start(entry), (uint)table.Frequency(entry));

    /// <summary>Writes a number whose bits are all as likely as not.</summary>
    /// <param name="value">Below 2 to the power of <paramref name="bits"/>.</param>
    /// <param name="bits">1 to 16.</param>
    public void WriteBits(int value, int bits) => Narrow((uint)value << (16 - bits), 1u << (16 - bits));

    /// <summary>Ends the number with as few bytes as tell the interval; a reader sees zeros behind them.</summary>
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

    /// <summary>Whether the highest byte is settled; cuts an interval that is too small across a carry.</summary>
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
