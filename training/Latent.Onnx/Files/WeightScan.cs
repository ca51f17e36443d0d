namespace Latent.Onnx.Files;

/// <summary>Looks for values that no weight may have, at the speed of reading.</summary>
internal static class WeightScan
{
    /// <summary>The index of the first value that is invalid in a weight, or -1; masks may hold negative infinity.</summary>
    public static int FirstBad(ReadOnlySpan<float> values, bool isMask)
    {
        var bad = Runtime.FiniteScan.FirstNonFinite(values);
        if (!isMask || bad < 0)
            return bad;
        while (bad < values.Length && (float.IsFinite(values[bad]) || float.IsNegativeInfinity(values[bad])))
            bad++;
        return bad < values.Length ? bad : -1;
    }
}
