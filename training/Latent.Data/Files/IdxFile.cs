using System.Buffers.Binary;

namespace Latent.Data;

/// <summary>
/// An array of bytes in the IDX format, in which MNIST is published: two zero bytes, the type (8, unsigned byte), the number of
/// dimensions, one big-endian 32-bit size a dimension, then the values, the last dimension fastest.
/// </summary>
public sealed class IdxFile
{
    private const int UnsignedByte = 8;

    private IdxFile(int[] shape, ReadOnlyMemory<byte> values) => (Shape, Values) = (shape, values);

    /// <summary>Sizes: <c>[count, height, width]</c> for pictures, <c>[count]</c> for labels.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>The values, 0 to 255.</summary>
    public ReadOnlyMemory<byte> Values { get; }

    /// <summary>Reads a file of pictures, three dimensions; <c>.gz</c> is unpacked on the way.</summary>
    /// <exception cref="DataException">The file is missing, no IDX file of that kind, too short or too long.</exception>
    public static IdxFile ReadImages(string path) => Read(path, 3, "pictures");

    /// <summary>Reads a file of labels, one dimension; <c>.gz</c> is unpacked on the way.</summary>
    /// <exception cref="DataException">The file is missing, no IDX file of that kind, too short or too long.</exception>
    public static IdxFile ReadLabels(string path) => Read(path, 1, "labels");

    /// <summary>The values as numbers in [0, 1]: divided by 255.</summary>
    public float[] ToUnitFloats()
    {
        var gray = new float[256];
        for (var level = 0; level < gray.Length; level++)
            gray[level] = level / 255f;
        var bytes = Values.Span;
        var floats = GC.AllocateUninitializedArray<float>(bytes.Length);
        for (var i = 0; i < floats.Length; i++)
            floats[i] = gray[bytes[i]];
        return floats;
    }

    /// <summary>The values as whole numbers.</summary>
    public int[] ToIntegers()
    {
        var bytes = Values.Span;
        var integers = new int[bytes.Length];
        for (var i = 0; i < integers.Length; i++)
            integers[i] = bytes[i];
        return integers;
    }

    private static IdxFile Read(string path, int rank, string kind)
    {
        using var stream = PlainFile.Open(path);
        var headerSize = 4 + (4 * rank);
        var header = PlainFile.Read(stream, path, headerSize).Span;
        CheckMagic(path, header[..Math.Min(header.Length, 4)], rank, kind);
        if (header.Length < headerSize) throw TooShort(path, headerSize, header.Length);
        return ReadValues(path, stream, SizesIn(path, header[4..]), headerSize);
    }

    private static void CheckMagic(string path, ReadOnlySpan<byte> magic, int rank, string kind)
    {
        if (magic is [0, 0, UnsignedByte, var dimensions] && dimensions == rank) return;
        throw new DataException(
            $"This is no IDX file of {kind}.",
            path,
            $"a file that begins with 0000080{rank} (unsigned bytes, {rank} {(rank == 1 ? "dimension" : "dimensions")})",
            magic.IsEmpty ? "an empty file" : Convert.ToHexStringLower(magic),
            "Give the file of the right kind, or fetch the data set again.");
    }

    private static int[] SizesIn(string path, ReadOnlySpan<byte> header)
    {
        var sizes = new int[header.Length / 4];
        long product = 1;
        for (var i = 0; i < sizes.Length; i++)
        {
            var size = BinaryPrimitives.ReadUInt32BigEndian(header[(4 * i)..]);
            product = size is 0 or > int.MaxValue ? long.MaxValue : product * size;
            if (product > Array.MaxLength)
                throw new DataException(
                    $"The size of dimension {i} is impossible.", $"{path}, byte {4 + (4 * i)}",
                    $"1 to {Array.MaxLength} values in all", $"{size}", "The file is damaged: fetch it again.");
            sizes[i] = (int)size;
        }

        return sizes;
    }

    private static IdxFile ReadValues(string path, Stream stream, int[] shape, int headerSize)
    {
        var expected = shape.Aggregate(1, (product, size) => product * size);
        var values = PlainFile.Read(stream, path, (long)expected + 1);
        var wholeFile = (long)headerSize + expected;
        if (values.Length < expected) throw TooShort(path, wholeFile, headerSize + values.Length);
        if (values.Length > expected)
            throw new DataException(
                "The file goes on after its last value.", path, $"{wholeFile} bytes", "more", "The file is damaged: fetch it again.");
        return new(shape, values);
    }

    private static DataException TooShort(string path, long expected, long received) => new(
        "The file ends early.", path, $"{expected} bytes", $"{received} bytes", "The file is damaged: fetch it again.");
}
