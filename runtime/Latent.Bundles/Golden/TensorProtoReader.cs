using System.Buffers.Binary;
using System.Text;

namespace Latent.Bundles;

/// <summary>Reads the bytes of a TensorProto into a tensor.</summary>
internal sealed class TensorProtoReader(string file)
{
    private const int MaxDimensions = 16;

    private readonly List<long> dims = [];
    private readonly List<float> floats = [];
    private readonly List<long> integers = [];
    private string name = "";
    private ulong dataType;
    private byte[]? raw;

    public static NamedTensor Read(ReadOnlySpan<byte> bytes, string file)
    {
        var tensor = new TensorProtoReader(file);
        var reader = new WireReader(bytes, file);
        while (!reader.AtEnd)
            tensor.ReadField(ref reader);
        return tensor.Build();
    }

    private void ReadField(ref WireReader reader)
    {
        var (field, type) = reader.Tag();
        switch (field, type)
        {
            case (TensorProtoField.Dims, WireType.Varint or WireType.Bytes):
                ReadIntegers(ref reader, type, dims);
                break;
            case (TensorProtoField.DataType, WireType.Varint):
                dataType = reader.Varint();
                break;
            case (TensorProtoField.Name, WireType.Bytes):
                name = Encoding.UTF8.GetString(reader.Bytes());
                break;
            case (TensorProtoField.RawData, WireType.Bytes):
                raw = reader.Bytes().ToArray();
                break;
            case (TensorProtoField.FloatData, WireType.Fixed32 or WireType.Bytes):
                ReadFloats(ref reader, type);
                break;
            case (TensorProtoField.Int64Data, WireType.Varint or WireType.Bytes):
                ReadIntegers(ref reader, type, integers);
                break;
            default:
                reader.Skip(type);
                break;
        }
    }

    // Packed (one length, then the values) or one field per value: writers may use either.
    private void ReadIntegers(ref WireReader reader, WireType type, List<long> values)
    {
        if (type == WireType.Varint)
        {
            values.Add((long)reader.Varint());
            return;
        }

        var packed = new WireReader(reader.Bytes(), file);
        while (!packed.AtEnd)
            values.Add((long)packed.Varint());
    }

    private void ReadFloats(ref WireReader reader, WireType type)
    {
        if (type == WireType.Fixed32)
        {
            floats.Add(reader.Float());
            return;
        }

        var packed = new WireReader(reader.Bytes(), file);
        while (!packed.AtEnd)
            floats.Add(packed.Float());
    }

    private NamedTensor Build()
    {
        if (dims.Count > MaxDimensions)
            throw Invalid($"at most {MaxDimensions} dimensions", $"{dims.Count}");

        try
        {
            return dataType switch
            {
                TensorProtoField.Float => NamedTensor.Create(name, raw is null ? [.. floats] : RawFloats(raw), [.. dims]),
                TensorProtoField.Int64 => NamedTensor.Create(name, raw is null ? [.. integers] : RawIntegers(raw), [.. dims]),
                _ => throw Invalid("element type 1 (float32) or 7 (int64)", $"element type {dataType}"),
            };
        }
        catch (ArgumentException exception)
        {
            throw Invalid("as many values as the shape holds", exception.Message);
        }
    }

    private float[] RawFloats(byte[] bytes)
    {
        var values = new float[WholeCount(bytes, sizeof(float))];
        for (var i = 0; i < values.Length; i++)
            values[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(i * sizeof(float)));
        return values;
    }

    private long[] RawIntegers(byte[] bytes)
    {
        var values = new long[WholeCount(bytes, sizeof(long))];
        for (var i = 0; i < values.Length; i++)
            values[i] = BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(i * sizeof(long)));
        return values;
    }

    private int WholeCount(byte[] bytes, int size) =>
        bytes.Length % size == 0 ? bytes.Length / size : throw Invalid($"a multiple of {size} bytes", $"{bytes.Length} bytes");

    private BundleException Invalid(string expected, string received) =>
        new("A golden file does not hold a usable tensor.", file, expected, received, Fixes.WriteAgain);
}
