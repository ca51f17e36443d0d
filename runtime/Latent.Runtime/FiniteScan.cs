using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Latent.Runtime;

/// <summary>Scans for NaN and infinities at memory speed.</summary>
/// <remarks>
/// Uses 128-bit vectors deliberately. Wider vectors leave the upper register halves dirty, which slows ONNX Runtime's SSE code
/// that runs next: by 0.7 microseconds per call, measured on an Intel Xeon, ten times the duration of this scan.
/// </remarks>
public static class FiniteScan
{
    private const int MagnitudeBits = 0x7FFFFFFF;
    private const int Infinity = 0x7F800000;
    private const int Step = 4;

    /// <summary>Returns the index of the first value that is not finite, or -1.</summary>
    /// <param name="values">The values.</param>
    public static int FirstNonFinite(ReadOnlySpan<float> values)
    {
        var whole = values.Length - values.Length % (Step * Vector128<int>.Count);
        if (LargestMagnitude(MemoryMarshal.Cast<float, Vector128<int>>(values[..whole])) < Infinity && IndexOf(values[whole..]) < 0)
            return -1;
        return IndexOf(values);
    }

    // The bit patterns of magnitudes sort as integers in the order of the floats, infinity above all numbers and NaN above infinity.
    private static int LargestMagnitude(ReadOnlySpan<Vector128<int>> vectors)
    {
        var mask = Vector128.Create(MagnitudeBits);
        var (a, b, c, d) = (Vector128<int>.Zero, Vector128<int>.Zero, Vector128<int>.Zero, Vector128<int>.Zero);
        for (; vectors.Length >= Step; vectors = vectors[Step..])
        {
            a = Vector128.Max(a, vectors[0] & mask);
            b = Vector128.Max(b, vectors[1] & mask);
            c = Vector128.Max(c, vectors[2] & mask);
            d = Vector128.Max(d, vectors[3] & mask);
        }

        var largest = Vector128.Max(Vector128.Max(a, b), Vector128.Max(c, d));
        return Math.Max(Math.Max(largest[0], largest[1]), Math.Max(largest[2], largest[3]));
    }

    private static int IndexOf(ReadOnlySpan<float> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (!float.IsFinite(values[i]))
                return i;
        }
        return -1;
    }
}
