namespace Latent.Data;

/// <summary>Reads and writes NumPy's <c>.npy</c> files (format versions 1 to 3).</summary>
public static class NpyFile
{
    /// <summary>
    /// Reads an array of type float32, float64, uint8, int16, int32 or int64, of either byte order, in C or Fortran order.
    /// Numbers become 32-bit floats: whole numbers beyond 16,777,216 and digits after about the seventh are rounded.
    /// </summary>
    /// <exception cref="DataException">The file is missing, no such array, too short or too long.</exception>
    public static NpyArray Read(string path)
    {
        using var stream = PlainFile.Open(path);
        return new NpyReader(stream, path).Read();
    }

    /// <summary>Writes numbers as float32 in C order, little-endian, format version 1. The file is there when it is whole, not before.</summary>
    /// <param name="path">Where to; a file of that name is replaced.</param>
    /// <param name="values">The numbers, last dimension fastest.</param>
    /// <param name="shape">Sizes of the dimensions; their product is the count of <paramref name="values"/>.</param>
    /// <exception cref="ArgumentException">Shape and count do not agree.</exception>
    /// <exception cref="DataException">The file cannot be written.</exception>
    public static void Write(string path, ReadOnlySpan<float> values, params ReadOnlySpan<int> shape)
    {
        long count = 1;
        foreach (var size in shape)
            count *= size;
        if (count != values.Length)
            throw new ArgumentException($"{values.Length} numbers do not fill the shape ({string.Join(", ", shape.ToArray())}).", nameof(shape));
        using var output = new WholeFile(path);
        NpyWriter.Write(output.Stream, values, shape);
        output.Complete();
    }
}
