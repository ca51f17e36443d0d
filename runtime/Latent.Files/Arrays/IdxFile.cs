using System.Buffers.Binary;

namespace Latent.Files;

/// <summary>
/// A byte array in the IDX format of MNIST: two zero bytes, the type (8, unsigned byte), the number of dimensions, one big-endian
/// 32-bit size per dimension, then the values, row-major.
/// </summary>
public sealed class IdxFile
{
    private const int UnsignedByte = 8;
    private const string FetchAgain = "Fetch the file again; it is corrupt.";

    private IdxFile(int[] shape, ReadOnlyMemory<byte> values) => (Shape, Values) = (shape, values);

    /// <summary>The shape: <c>[count, height, width]</c> for images, <c>[count]</c> for labels.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>The values, 0 to 255.</summary>
    public ReadOnlyMemory<byte> Values { get; }

    /// <summary>Reads a three-dimensional file of images; <c>.gz</c> is decompressed while reading.</summary>
    /// <exception cref="DataException">The file is missing, not an IDX file of images, too short or too long.</exception>
    public static IdxFile ReadImages(string path) => Read(path, 3, "images");

    /// <summary>Reads a one-dimensional file of labels; <c>.gz</c> is decompressed while reading.</summary>
    /// <exception cref="DataException">The file is missing, not an IDX file of labels, too short or too long.</exception>
    public static IdxFile ReadLabels(string path) => Read(path, 1, "labels");

    /// <summary>Returns the values scaled to [0, 1], that is, divided by 255.</summary>
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

    /// <summary>Returns the values as integers.</summary>
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
            $"This is not an IDX file of {kind}.",
            path,
            $"a file that begins with 0000080{rank} (unsigned bytes, {rank} {(rank == 1 ? "dimension" : "dimensions")})",
            magic.IsEmpty ? "an empty file" : Convert.ToHexStringLower(magic),
            $"Provide an IDX file of {kind}, or fetch the data set again.");
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
                    $"The size of dimension {i} is invalid.", $"{path}, byte {4 + (4 * i)}",
                    $"1 to {Array.MaxLength} values in total", $"{size}", FetchAgain);
            sizes[i] = (int)size;
        }

        return sizes;
    }

    private static IdxFile ReadValues(string path, Stream stream, int[] shape, int headerSize)
    {
        var expected = shape.Aggregate(1, (product, size) => product * size);
        var values = PlainFile.Read(stream, path, (long)expected + 1);
        var fileSize = (long)headerSize + expected;
        if (values.Length < expected) throw TooShort(path, fileSize, headerSize + values.Length);
        if (values.Length > expected)
            throw new DataException(
                "The file continues after its last value.", path, $"{fileSize} bytes", "more", FetchAgain);
        return new(shape, values);
    }

    private static DataException TooShort(string path, long expected, long received) => new(
        "The file is truncated.", path, $"{expected} bytes", $"{received} bytes", FetchAgain);
}
