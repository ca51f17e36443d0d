using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace TorchSharp.Utils.tensorboard;

/// <summary>Writes PNG files (ISO/IEC 15948) of eight bits a channel.</summary>
internal static class PngFile
{
    private const byte Rgb = 2, Rgba = 6;
    private const uint Polynomial = 0xedb88320;

    public static byte[] Encode(Picture picture)
    {
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, picture.Width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], picture.Height);
        header[8] = 8;
        header[9] = picture.Channels == 4 ? Rgba : Rgb;
        header[10..].Clear();

        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a]);
        WriteChunk(file, "IHDR", header);
        WriteChunk(file, "IDAT", Compress(picture));
        WriteChunk(file, "IEND", []);
        return file.ToArray();
    }

    /// <summary>The rows, each after a zero that says it is not filtered.</summary>
    private static byte[] Compress(Picture picture)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Optimal))
        {
            foreach (var row in picture.Pixels.Chunk(picture.Width * picture.Channels))
            {
                zlib.WriteByte(0);
                zlib.Write(row);
            }
        }

        return compressed.ToArray();
    }

    private static void WriteChunk(Stream file, string type, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        byte[] checkedBytes = [.. Encoding.ASCII.GetBytes(type), .. content];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        file.Write(checkedBytes);
        BinaryPrimitives.WriteUInt32BigEndian(number, Checksum(checkedBytes));
        file.Write(number);
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? (crc >> 1) ^ Polynomial : crc >> 1;
        }

        return ~crc;
    }
}
