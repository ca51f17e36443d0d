using System.Buffers.Binary;
using System.Text;

namespace Latent.Training.Tests.Fitting;

/// <summary>Reads TensorBoard event files independently of the writer's code: records with checksums, then fields by number.</summary>
internal static class EventReader
{
    /// <summary>Returns the messages of a file after the version message.</summary>
    public static List<Fields> Read(string folder)
    {
        var bytes = File.ReadAllBytes(Xunit.Assert.Single(Directory.GetFiles(folder, "events.out.tfevents.*")));
        var messages = new List<Fields>();
        for (var at = 0; at < bytes.Length;)
        {
            var length = (int)BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(at));
            Xunit.Assert.Equal(Masked(bytes.AsSpan(at, 8)), BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at + 8)));
            var message = bytes.AsSpan(at + 12, length);
            Xunit.Assert.Equal(Masked(message), BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at + 12 + length)));
            messages.Add(new Fields(message));
            at += 16 + length;
        }

        Xunit.Assert.Equal("brain.Event:2", messages[0].Text(3));
        return messages[1..];
    }

    /// <summary>Computes CRC-32C (Castagnoli), bit by bit.</summary>
    public static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ ((crc & 1) * 0x82f63b78);
        }

        return ~crc;
    }

    private static uint Masked(ReadOnlySpan<byte> bytes)
    {
        var crc = Checksum(bytes);
        return ((crc >> 15) | (crc << 17)) + 0xa282ead8;
    }

    /// <summary>The fields of a protocol buffer message; each field number occurs once.</summary>
    public sealed class Fields
    {
        private readonly Dictionary<int, byte[]> fields = [];

        public Fields(ReadOnlySpan<byte> bytes)
        {
            while (!bytes.IsEmpty)
            {
                var key = Varint(ref bytes);
                var start = bytes;
                var length = (key & 7) switch
                {
                    0 => start.Length - Skip(ref bytes).Length,
                    1 => 8,
                    5 => 4,
                    _ => (int)Varint(ref start),
                };
                fields.Add((int)(key >> 3), start[..length].ToArray());
                bytes = start[length..];
            }
        }

        public double Double(int field) => BitConverter.ToDouble(fields[field]);

        public float Single(int field) => BitConverter.ToSingle(fields[field]);

        public string Text(int field) => Encoding.UTF8.GetString(fields[field]);

        public byte[] Bytes(int field) => fields[field];

        public Fields Message(int field) => new(fields[field]);

        public double[] Doubles(int field) => [.. fields[field].Chunk(8).Select(bytes => BitConverter.ToDouble(bytes))];

        public long Integer(int field)
        {
            ReadOnlySpan<byte> bytes = fields[field];
            return (long)Varint(ref bytes);
        }

        private static ReadOnlySpan<byte> Skip(ref ReadOnlySpan<byte> bytes)
        {
            Varint(ref bytes);
            return bytes;
        }

        private static ulong Varint(ref ReadOnlySpan<byte> bytes)
        {
            ulong value = 0;
            for (var shift = 0; ; shift += 7)
            {
                var part = bytes[0];
                bytes = bytes[1..];
                value |= (ulong)(part & 0x7f) << shift;
                if (part < 0x80) return value;
            }
        }
    }
}
