using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace TorchSharp.Utils.tensorboard;

/// <summary>Writes the fields of a protocol buffer, one after the other.</summary>
internal sealed class ProtoMessage
{
    private const int Varint = 0, Fixed64 = 1, Delimited = 2, Fixed32 = 5;
    private readonly ArrayBufferWriter<byte> buffer = new();

    public byte[] ToArray() => buffer.WrittenSpan.ToArray();

    public ProtoMessage Add(int field, long value)
    {
        WriteVarint((ulong)((field << 3) | Varint));
        WriteVarint((ulong)value);
        return this;
    }

    public ProtoMessage Add(int field, double value)
    {
        WriteVarint((ulong)((field << 3) | Fixed64));
        BinaryPrimitives.WriteDoubleLittleEndian(buffer.GetSpan(sizeof(double)), value);
        buffer.Advance(sizeof(double));
        return this;
    }

    public ProtoMessage Add(int field, float value)
    {
        WriteVarint((ulong)((field << 3) | Fixed32));
        BinaryPrimitives.WriteSingleLittleEndian(buffer.GetSpan(sizeof(float)), value);
        buffer.Advance(sizeof(float));
        return this;
    }

    public ProtoMessage Add(int field, ReadOnlySpan<byte> value)
    {
        WriteVarint((ulong)((field << 3) | Delimited));
        WriteVarint((ulong)value.Length);
        buffer.Write(value);
        return this;
    }

    public ProtoMessage Add(int field, string value) => Add(field, Encoding.UTF8.GetBytes(value));

    public ProtoMessage Add(int field, ProtoMessage value) => Add(field, value.buffer.WrittenSpan);

    /// <summary>A packed list.</summary>
    public ProtoMessage Add(int field, ReadOnlySpan<double> values)
    {
        var bytes = new byte[values.Length * sizeof(double)];
        for (var i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(i * sizeof(double)), values[i]);
        return Add(field, bytes);
    }

    private void WriteVarint(ulong value)
    {
        Span<byte> bytes = stackalloc byte[10];
        var count = 0;
        for (; value >= 0x80; value >>= 7) bytes[count++] = (byte)(value | 0x80);
        bytes[count++] = (byte)value;
        buffer.Write(bytes[..count]);
    }
}
