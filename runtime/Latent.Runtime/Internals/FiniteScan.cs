using System.Numerics;
using System.Runtime.InteropServices;

namespace Latent.Runtime;

/// <summary>Looks for NaN and infinities, at the speed of reading.</summary>
internal static class FiniteScan
{
    private const int ExponentBits = 0x7F800000;

    /// <summary>Place of the first value that is not finite, or -1.</summary>
    public static int FirstNonFinite(ReadOnlySpan<float> values)
    {
        var whole = values.Length - values.Length % Vector<int>.Count;
        if (!HasNonFinite(MemoryMarshal.Cast<float, Vector<int>>(values[..whole])) && IndexOf(values[whole..]) < 0)
            return -1;
        return IndexOf(values);
    }

    private static bool HasNonFinite(ReadOnlySpan<Vector<int>> vectors)
    {
        var exponent = new Vector<int>(ExponentBits);
        var found = Vector<int>.Zero;
        foreach (var vector in vectors)
            found |= Vector.Equals(vector & exponent, exponent);
        return found != Vector<int>.Zero;
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
