using System.Runtime.InteropServices;
using System.Text;

namespace Latent.Files;

/// <summary>Reads one <c>.npy</c> file from a stream.</summary>
internal sealed class NpyReader(Stream stream, string path)
{
    // Limits the allocation for a corrupt header length.
    private const int MaxHeaderSize = 1 << 20;

    public NpyArray Read()
    {
        var header = ReadHeader();
        var type = NpyType.Find(header.Descr)
            ?? throw new DataException(
                "The data type of the array is not supported.", path, string.Join(", ", NpyType.Names), $"NumPy type '{header.Descr}'",
                "Convert the array first, for example by array.astype('float32').");
        var count = CountOf(header.Shape);
        var size = count * type.Size;
        var bytes = PlainFile.Read(stream, path, size + 1);
        if (bytes.Length < size)
            throw new DataException("The file is truncated.", path, $"{size} bytes of values", $"{bytes.Length}");
        if (bytes.Length > size)
            throw new DataException("The file continues after its last value.", path, $"{size} bytes of values", "more");
        var values = Convert(bytes.Span, type, bigEndian: header.Descr[0] == '>', (int)count);
        return new(header.Shape, header.FortranOrder ? ToRowMajor(values, header.Shape) : values, type.Name);
    }

    private NpyHeader ReadHeader()
    {
        var prefix = PlainFile.Read(stream, path, 8).Span;
        if (prefix is not [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', >= 1 and <= 3, _])
            throw new DataException(
                "This is not a .npy file.", path, "a file that begins with 93 4e 55 4d 50 59 and a version from 1 to 3",
                prefix.IsEmpty ? "an empty file" : System.Convert.ToHexStringLower(prefix));
        var length = PlainFile.Read(stream, path, prefix[6] == 1 ? 2 : 4).ToArray()
            .Select((value, position) => (long)value << (8 * position))
            .Sum();
        var text = Encoding.UTF8.GetString(PlainFile.Read(stream, path, Math.Min(length, MaxHeaderSize)).Span);
        return NpyHeader.TryParse(text)
            ?? throw new DataException(
                "The header of the .npy file cannot be parsed.", path, "the keys descr, fortran_order and shape",
                $"\"{text[..Math.Min(text.Length, 200)].Trim()}\"");
    }

    private long CountOf(int[] shape)
    {
        long count = 1;
        foreach (var size in shape)
            count = Math.Min(count * size, (long)int.MaxValue + 1);
        return count <= Array.MaxLength / sizeof(double)
            ? count
            : throw new DataException(
                "The array does not fit into memory.", path, $"at most {Array.MaxLength / sizeof(double)} values",
                $"the shape ({string.Join(", ", shape)})", "Split the file.");
    }

    private static float[] Convert(ReadOnlySpan<byte> bytes, NpyType type, bool bigEndian, int count)
    {
        if (type.Name == "float32" && bigEndian != BitConverter.IsLittleEndian) return MemoryMarshal.Cast<byte, float>(bytes).ToArray();
        var values = new float[count];
        for (var i = 0; i < count; i++)
            values[i] = type.Read(bytes[(i * type.Size)..], bigEndian);
        return values;
    }

    /// <summary>Reorders values from Fortran order (column-major) to C order (row-major).</summary>
    private static float[] ToRowMajor(float[] values, int[] shape)
    {
        var result = new float[values.Length];
        var position = new int[shape.Length];
        foreach (var value in values)
        {
            var target = 0;
            for (var d = 0; d < shape.Length; d++)
                target = (target * shape[d]) + position[d];
            result[target] = value;
            for (var d = 0; d < shape.Length && ++position[d] == shape[d]; d++)
                position[d] = 0;
        }

        return result;
    }
}
