using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Latent.Bundles;

/// <summary>Writes a tensor as the bytes of a TensorProto, its values as raw data.</summary>
internal static class TensorProtoWriter
{
    public static byte[] Write(NamedTensor tensor)
    {
        var output = new ArrayBufferWriter<byte>();
        foreach (var size in tensor.Shape)
        {
            WriteTag(output, TensorProtoField.Dims, WireType.Varint);
            WriteVarint(output, (ulong)size);
        }
        WriteTag(output, TensorProtoField.DataType, WireType.Varint);
        WriteVarint(output, tensor.Floats is null ? TensorProtoField.Int64 : (ulong)TensorProtoField.Float);
        WriteBytes(output, TensorProtoField.Name, Encoding.UTF8.GetBytes(tensor.Name));
        WriteBytes(output, TensorProtoField.RawData, Raw(tensor));
        return output.WrittenSpan.ToArray();
    }

    private static byte[] Raw(NamedTensor tensor)
    {
        if (tensor.Floats is { } floats)
        {
            var bytes = new byte[checked(floats.Length * sizeof(float))];
            for (var i = 0; i < floats.Length; i++)
                BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * sizeof(float)), floats[i]);
            return bytes;
        }

        var integers = tensor.Integers!;
        var raw = new byte[checked(integers.Length * sizeof(long))];
        for (var i = 0; i < integers.Length; i++)
            BinaryPrimitives.WriteInt64LittleEndian(raw.AsSpan(i * sizeof(long)), integers[i]);
        return raw;
    }

    private static void WriteBytes(ArrayBufferWriter<byte> output, int field, byte[] bytes)
    {
        WriteTag(output, field, WireType.Bytes);
        WriteVarint(output, (ulong)bytes.Length);
        output.Write(bytes);
    }

    private static void WriteTag(ArrayBufferWriter<byte> output, int field, WireType type) =>
        WriteVarint(output, ((ulong)field << 3) | (ulong)type);

    private static void WriteVarint(ArrayBufferWriter<byte> output, ulong value)
    {
        for (; value >= 0x80; value >>= 7)
            output.Write([(byte)(value | 0x80)]);
        output.Write([(byte)value]);
    }
}
