using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Latent.Files;

namespace Latent.Data;

/// <summary>
/// Reads a text module of the SWORD project (driver zText, compressed by book). A testament consists of three files:
/// <c>bzs</c> lists blocks (offset, compressed and uncompressed size), <c>bzz</c> contains the blocks, compressed with zlib, and
/// <c>bzv</c> lists entries (block, offset in the block, size): book and chapter headings, and between them the verses in order.
/// </summary>
internal static class SwordModule
{
    private const int BlockSize = 12;
    private const int EntrySize = 10;

    // Limits the allocation for a corrupt block size.
    private const int MaxBlockBytes = 1 << 26;

    /// <summary>Returns the verses with text, in the order of the books.</summary>
    /// <param name="folder">The folder of the files.</param>
    /// <param name="prefix">The prefix of the file names, before the hyphen.</param>
    /// <exception cref="DataException">A file is corrupt.</exception>
    public static IEnumerable<SwordVerse> Read(string folder, string prefix) =>
        new[] { "ot", "nt" }.SelectMany(testament => Testament(Path.Combine(folder, $"{prefix}-{testament}")));

    private static IEnumerable<SwordVerse> Testament(string path)
    {
        string? chapter = null;
        var number = 0;
        foreach (var entry in Entries(path))
        {
            if (SwordMarkup.ChapterOf(entry) is { } next)
            {
                (chapter, number) = (next, 0);
            }
            else if (SwordMarkup.IsBook(entry))
            {
                chapter = null;
            }
            else if (chapter is not null)
            {
                number++;
                if (SwordMarkup.TextOf(entry) is { Length: > 0 } text)
                    yield return new SwordVerse(chapter, number, text);
            }
        }
    }

    private static IEnumerable<string> Entries(string path)
    {
        var (blocks, entries, packed) = (File.ReadAllBytes(path + ".bzs"), File.ReadAllBytes(path + ".bzv"), File.ReadAllBytes(
            path + ".bzz"));
        var (open, plain) = (-1L, Array.Empty<byte>());
        for (var at = 0; at + EntrySize <= entries.Length; at += EntrySize)
        {
            var (block, position, size) = (Number(entries, at), Number(entries, at + 4), BinaryPrimitives.ReadUInt16LittleEndian(
                entries.AsSpan(at + 8)));
            if (size > 0 && block != open)
                (open, plain) = (block, Unpack(path, blocks, packed, block));
            if (size > 0 && position + size > plain.Length)
                throw Corrupt(path + ".bzv", $"an entry within {plain.Length} bytes", $"{position} + {size}");
            yield return size == 0 ? "" : Encoding.UTF8.GetString(plain, (int)position, size);
        }
    }

    private static byte[] Unpack(string path, byte[] blocks, byte[] packed, long block)
    {
        if ((block + 1) * BlockSize > blocks.Length)
            throw Corrupt(path + ".bzv", $"a block below {blocks.Length / BlockSize}", $"{block}");
        var at = (int)(block * BlockSize);
        var (offset, length, size) = (Number(blocks, at), Number(blocks, at + 4), Number(blocks, at + 8));
        if (offset + length > packed.Length || size > MaxBlockBytes)
        {
            throw Corrupt(
                path + ".bzs",
                $"a block within {packed.Length} bytes, of at most {MaxBlockBytes} bytes uncompressed",
                $"{offset} + {length}, {size} bytes uncompressed");
        }

        try
        {
            using var stream = new ZLibStream(new MemoryStream(packed, (int)offset, (int)length), CompressionMode.Decompress);
            var plain = new byte[size];
            stream.ReadExactly(plain);
            return plain;
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException)
        {
            throw Corrupt(path + ".bzz", $"{size} bytes compressed with zlib", error.Message.TrimEnd('.'));
        }
    }

    private static long Number(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));

    private static DataException Corrupt(string path, string expected, string received) =>
        new("A file of a SWORD module is corrupt.", path, expected, received, "Fetch the data set again.");
}
