using Latent.Bundles;

namespace Latent.Codecs;

/// <summary>Reads <c>entropy.bin</c>. Strict: sizes are checked before memory is allocated, and trailing bytes are rejected.</summary>
internal sealed class EntropyModelReader
{
    public const int Version = 1;

    private const int MaxChannels = 1024;
    private const int MaxStride = 256;
    private const int MaxTables = 4096;
    private const int MaxEntries = 4096;

    // Keeps sums of products far within 64 bits.
    private const int MaxMagnitude = 1 << 28;

    private readonly BinaryReader reader;
    private readonly string path;

    private EntropyModelReader(byte[] bytes, string path) => (reader, this.path) = (new BinaryReader(new MemoryStream(bytes)), path);

    public static ReadOnlySpan<byte> Magic => "LENT"u8;

    public static EntropyModel Read(byte[] bytes, string path)
    {
        var file = new EntropyModelReader(bytes, path);
        try
        {
            return file.ReadModel();
        }
        catch (EndOfStreamException)
        {
            throw file.Wrong("as many bytes as its sizes require", $"{bytes.Length} bytes");
        }
    }

    private EntropyModel ReadModel()
    {
        if (!reader.ReadBytes(Magic.Length).AsSpan().SequenceEqual(Magic))
            throw Wrong("a file that starts with LENT", "other bytes");
        Number("the version", Version, Version);
        var (channels, stride, rates) = (Number("channels", 1, MaxChannels), Number("stride", 1, MaxStride), Number(
            "rates",
            1,
            byte.MaxValue));
        var (hidden, phases, scales) = (Number("hidden", 1, MaxChannels), Number("phases", 1, 64), Number("scales", 1, 256));
        var (lowest, step) = (Number("the lowest scale", -(1 << 16), 1 << 16), Number("the scale step", 1, 1 << 16));
        var model = new EntropyModel
        {
            Channels = channels,
            Stride = stride,
            Rates = rates,
            Hidden = hidden,
            Phases = phases,
            LowestScale = lowest,
            ScaleStep = step,
            Rounding = Factor("the rounding"),
            Gains = Factors("gains", rates * channels),
            Steps = Factors("steps", rates * channels),
            HiddenBiases = Integers(rates * hidden),
            HiddenWeights = Integers(hidden * EntropyModel.Neighbours * 2 * channels),
            OutputBiases = Integers(rates * 2 * channels),
            OutputWeights = Integers(2 * channels * hidden),
            Tables = Tables(phases * scales),
        };
        return reader.BaseStream.Position == reader.BaseStream.Length
            ? model
            : throw Wrong("the end of the file after the last table", "more bytes");
    }

    private int Number(string what, int min, int max)
    {
        var value = reader.ReadInt32();
        return value >= min && value <= max ? value : throw Wrong($"{what} from {min} to {max}", $"{value}");
    }

    private float Factor(string what)
    {
        var value = reader.ReadSingle();
        return float.IsFinite(value) && value > 0 ? value : throw Wrong($"{what} above 0", $"{value}");
    }

    private float[] Factors(string what, int count)
    {
        CheckLeft((long)count * sizeof(float));
        var values = new float[count];
        for (var i = 0; i < count; i++)
            values[i] = Factor(what);
        return values;
    }

    private int[] Integers(int count)
    {
        CheckLeft((long)count * sizeof(int));
        var values = new int[count];
        for (var i = 0; i < count; i++)
            values[i] = Number("a weight", -MaxMagnitude, MaxMagnitude);
        return values;
    }

    private FrequencyTable[] Tables(int count)
    {
        if (count > MaxTables)
            throw Wrong($"at most {MaxTables} tables", $"{count}");
        var tables = new FrequencyTable[count];
        for (var i = 0; i < count; i++)
            tables[i] = Table();
        return tables;
    }

    private FrequencyTable Table()
    {
        var lowest = Number("the lowest value of a table", short.MinValue, short.MaxValue);
        var frequencies = new int[Number("entries of a table", 2, MaxEntries)];
        for (var i = 0; i < frequencies.Length; i++)
            frequencies[i] = reader.ReadUInt16();
        try
        {
            return new FrequencyTable(lowest, frequencies);
        }
        catch (ArgumentException)
        {
            throw Wrong($"frequencies of at least 1 that add up to {FrequencyTable.Total}", "other frequencies");
        }
    }

    private void CheckLeft(long needed)
    {
        if (reader.BaseStream.Length - reader.BaseStream.Position < needed)
            throw new EndOfStreamException();
    }

    private BundleException Wrong(string expected, string received) =>
        new("The entropy model of a codec cannot be read.", path, expected, received, Fixes.CopyAgain);
}
