namespace Latent.Files;

/// <summary>Reads and writes NumPy's <c>.npy</c> files (format versions 1 to 3).</summary>
public static class NpyFile
{
    /// <summary>
    /// Reads an array of dtype float32, float64, uint8, int16, int32 or int64, in either byte order, in C or Fortran order.
    /// Converts values to 32-bit floats: integers above 16,777,216 and digits beyond about the seventh are rounded.
    /// </summary>
    /// <exception cref="DataException">The file is missing, not such an array, too short or too long.</exception>
    public static NpyArray Read(string path)
    {
        using var stream = PlainFile.Open(path);
        return new NpyReader(stream, path).Read();
    }

    /// <summary>Writes values as float32 in C order, little-endian, format version 1. The file appears only when it is complete.</summary>
    /// <param name="path">The file; an existing file is replaced.</param>
    /// <param name="values">The values, row-major.</param>
    /// <param name="shape">The shape; its product is the count of <paramref name="values"/>.</param>
    /// <exception cref="ArgumentException">The shape does not match the count.</exception>
    /// <exception cref="DataException">The file cannot be written.</exception>
    public static void Write(string path, ReadOnlySpan<float> values, params ReadOnlySpan<int> shape)
    {
        long count = 1;
        foreach (var size in shape)
            count *= size;
        if (count != values.Length)
        {
            throw new ArgumentException(
                $"{values.Length} values do not match the shape ({string.Join(", ", shape.ToArray())}).", nameof(shape));
        }

        using var output = new WholeFile(path);
        NpyWriter.Write(output.Stream, values, shape);
        output.Complete();
    }
}
