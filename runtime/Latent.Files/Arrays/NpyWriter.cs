using System.Runtime.InteropServices;
using System.Text;

namespace Latent.Files;

/// <summary>
/// Writes the bytes of a <c>.npy</c> file: magic, version 1.0, a header padded so that the values begin at a multiple of 64, values.
/// </summary>
internal static class NpyWriter
{
    private const int Alignment = 64;
    private const int PrefixSize = 10;

    // The length of a span in bytes is an int, so a long array is written in chunks.
    private const int ChunkSize = 1 << 20;

    public static void Write(Stream stream, ReadOnlySpan<float> values, ReadOnlySpan<int> shape)
    {
        var sizes = string.Join(", ", shape.ToArray()) + (shape.Length == 1 ? "," : "");
        var header = $"{{'descr': '<f4', 'fortran_order': False, 'shape': ({sizes}), }}";
        var padded = ((PrefixSize + header.Length + Alignment) / Alignment * Alignment) - PrefixSize;
        stream.Write([0x93, .. "NUMPY"u8, 1, 0, (byte)padded, (byte)(padded >> 8)]);
        stream.Write(Encoding.ASCII.GetBytes(header.PadRight(padded - 1) + "\n"));
        for (var start = 0; start < values.Length; start += ChunkSize)
            stream.Write(MemoryMarshal.AsBytes(values[start..Math.Min(values.Length, start + ChunkSize)]));
    }
}
