namespace Latent.Codecs;

/// <summary>Decodes the output of <see cref="RangeEncoder"/>. Any bytes decode to some symbols; a checksum must verify the data.</summary>
internal ref struct RangeDecoder
{
    private readonly ReadOnlySpan<byte> bytes;
    private int position;
    private uint low;
    private uint range = uint.MaxValue;
    private uint code;

    /// <summary>Creates a decoder.</summary>
    public RangeDecoder(ReadOnlySpan<byte> bytes)
    {
        this.bytes = bytes;
        for (var i = 0; i < sizeof(uint); i++)
            code = (code << 8) | Next();
    }

    /// <summary>Decodes an entry of a table.</summary>
    public int Read(FrequencyTable table)
    {
        var unit = range / RangeEncoder.Bottom;
        var entry = table.EntryAt((int)Math.Min((code - low) / unit, RangeEncoder.Bottom - 1));
        Narrow(unit, (uint)table.Start(entry), (uint)table.Frequency(entry));
        return entry;
    }

    /// <summary>Decodes uniformly distributed bits.</summary>
    /// <param name="bits">The number of bits, 1 to 16.</param>
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
