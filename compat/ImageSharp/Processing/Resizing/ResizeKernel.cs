using System.Numerics;

namespace SixLabors.ImageSharp.Processing;

/// <summary>The weights of the source pixels that make up one new pixel.</summary>
internal sealed record ResizeKernel(int Start, float[] Weights)
{
    // The order of additions is the one of the genuine library on processors with AVX2, so that roundings agree.
    public Vector4 Convolve(ReadOnlySpan<Vector4> line)
    {
        ReadOnlySpan<float> weights = Weights;
        var source = line.Slice(Start, weights.Length);
        Vector4 a = default, b = default, c = default, d = default;
        var i = 0;
        for (; i < (weights.Length & ~3); i += 4)
        {
            a = Vector4.FusedMultiplyAdd(source[i], new Vector4(weights[i]), a);
            b = Vector4.FusedMultiplyAdd(source[i + 1], new Vector4(weights[i + 1]), b);
            c = Vector4.FusedMultiplyAdd(source[i + 2], new Vector4(weights[i + 2]), c);
            d = Vector4.FusedMultiplyAdd(source[i + 3], new Vector4(weights[i + 3]), d);
        }

        a += c;
        b += d;
        if ((weights.Length & 3) >= 2)
        {
            a = Vector4.FusedMultiplyAdd(source[i], new Vector4(weights[i]), a);
            b = Vector4.FusedMultiplyAdd(source[i + 1], new Vector4(weights[i + 1]), b);
            i += 2;
        }

        var sum = a + b;
        return i < weights.Length ? Vector4.FusedMultiplyAdd(source[i], new Vector4(weights[i]), sum) : sum;
    }
}
