using System.Numerics;
using System.Runtime.InteropServices;

namespace Latent.Onnx.Files;

/// <summary>Scans for NaN and infinities at memory bandwidth.</summary>
internal static class FiniteScan
{
    /// <summary>The index of the first value that is invalid in a weight, or -1; masks may hold negative infinity.</summary>
    public static int FirstBad(ReadOnlySpan<float> values, bool isMask)
    {
        var bad = FirstNonFinite(values);
        if (!isMask || bad < 0)
            return bad;
        while (bad < values.Length && (float.IsFinite(values[bad]) || float.IsNegativeInfinity(values[bad])))
            bad++;
        return bad < values.Length ? bad : -1;
    }

    private static int FirstNonFinite(ReadOnlySpan<float> values)
    {
        // A finite number minus itself is 0; infinity or NaN minus itself is NaN, which propagates.
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(values);
        var sum = Vector<float>.Zero;
        foreach (var vector in vectors)
            sum += vector - vector;

        var rest = IndexOf(values[(vectors.Length * Vector<float>.Count)..]);
        return rest < 0 && Vector.EqualsAll(sum, Vector<float>.Zero) ? -1 : IndexOf(values);
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
