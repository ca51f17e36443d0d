namespace Latent.Bundles;

/// <summary>
/// The measure of parity: how far two tensors are apart on unit scale, each element for itself, so that one large value
/// does not loosen the others.
/// </summary>
public static class UnitScale
{
    /// <summary>The largest |expected - received| / max(1, |expected|) of all elements.</summary>
    /// <param name="expected">The values that are right.</param>
    /// <param name="received">The values that are judged, in the same order.</param>
    /// <returns>0 or more; +infinity where the lengths differ or a difference is not a number.</returns>
    public static double Difference(ReadOnlySpan<float> expected, ReadOnlySpan<float> received)
    {
        if (expected.Length != received.Length)
            return double.PositiveInfinity;

        var largest = 0.0;
        for (var i = 0; i < expected.Length; i++)
        {
            var difference = Math.Abs((double)expected[i] - received[i]) / Math.Max(1, Math.Abs((double)expected[i]));
            largest = double.IsNaN(difference) ? double.PositiveInfinity : Math.Max(largest, difference);
        }
        return largest;
    }
}
