namespace Latent.Codecs;

/// <summary>Reads what <see cref="RangeEncoder"/> wrote. Any bytes can be read; which symbols they mean is for a checksum to vouch for.</summary>
internal ref struct RangeDecoder
{
    private readonly ReadOnlySpan<byte> bytes;
    private int position;
    private uint low;
    private uint range = uint.MaxValue;
    private uint code;

    /// <summary>Begins to read.</summary>
    public RangeDecoder(ReadOnlySpan<byte> bytes)
    {
        this.bytes = bytes;
        for (var i = 0; i < sizeof(uint); i++)
            code = (code << 8) | Next();
    }

    /// <summary>Reads an entry of a table.</summary>
    public int Read(FrequencyTable table)
    {
        var unit = range / RangeEncoder.Bottom;
        var entry = table.EntryAt((int)Math.Min((code - low) / unit, RangeEncoder.Bottom - 1));
        Narrow(unit, (uint)table.Start(entry), (uint)table.Frequency(entry));
        return entry;
    }

    /// <summary>Reads a number whose bits are all as likely as not.</summary>
    /// <param name="bits">1 to 16.</param>
    public int ReadBits(int bits)
    {
        var unit = range / RangeEncoder.Bottom;
        var value = Math.Min((code - low) / unit, RangeEncoder.Bottom - 1) >> (16 - bits);
        Narrow(unit, value << (16 - bits), 1u << (16 - bits));
        return (int)value;
    }

    private void Narrow(uint unit, uint start, uint frequency)
    {
        low += unit * start;
        range = unit * frequency;
        while (RangeEncoder.TryLeave(low, ref range))
        {
            code = (code << 8) | Next();
            low <<= 8;
            range <<= 8;
        }
    }

    private byte Next() => position < bytes.Length ? bytes[position++] : (byte)0;
}
