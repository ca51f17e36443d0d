using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace ImageSharpCompat.Tests;

/// <summary>Writes PNG files of kinds that the encoder does not write.</summary>
internal sealed class PngFile
{
    private readonly MemoryStream stream = new();

    public PngFile(int width, int height, byte depth, byte colourType)
    {
        stream.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (depth, colourType);
        Chunk("IHDR", header);
    }

    public PngFile Chunk(string type, byte[] data)
    {
        var body = Encoding.ASCII.GetBytes(type).Concat(data).ToArray();
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        stream.Write(number);
        stream.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(body));
        stream.Write(number);
        return this;
    }

    public PngFile Rows(params byte[] filteredRows)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(filteredRows);
        return Chunk("IDAT", packed.ToArray());
    }

    public byte[] End()
    {
        Chunk("IEND", []);
        return stream.ToArray();
    }

    private static uint Crc(byte[] data)
    {
        var crc = uint.MaxValue;
        foreach (var value in data)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }
}
