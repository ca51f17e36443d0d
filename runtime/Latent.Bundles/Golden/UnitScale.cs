namespace Latent.Bundles;

/// <summary>
/// The parity measure: the elementwise difference between two tensors on unit scale, so that one large value does not loosen
/// the tolerance of the others.
/// </summary>
public static class UnitScale
{
    /// <summary>Computes the largest |expected - received| / max(1, |expected|) over all elements.</summary>
    /// <param name="expected">The reference values.</param>
    /// <param name="received">The values to compare, in the same order.</param>
    /// <returns>0 or more; +infinity when the lengths differ or a difference is not a number.</returns>
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
