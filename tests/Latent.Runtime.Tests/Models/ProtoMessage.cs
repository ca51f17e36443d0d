using System.Text;

namespace Latent.Runtime.Tests.Models;

/// <summary>A protobuf message, written field by field.</summary>
public sealed class ProtoMessage
{
    private readonly MemoryStream bytes = new();

    public ProtoMessage Number(int field, long value)
    {
        Varint((ulong)field << 3);
        Varint((ulong)value);
        return this;
    }

    public ProtoMessage Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    public ProtoMessage Message(int field, ProtoMessage value) => Bytes(field, value.ToArray());

    public byte[] ToArray() => bytes.ToArray();

    public ProtoMessage Bytes(int field, byte[] value)
    {
        Varint(((ulong)field << 3) | 2);
        Varint((ulong)value.Length);
        bytes.Write(value);
        return this;
    }

    private void Varint(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
            bytes.WriteByte((byte)(value | 0x80));
        bytes.WriteByte((byte)value);
    }
}
