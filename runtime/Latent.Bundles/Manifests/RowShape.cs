namespace Latent.Bundles;

/// <summary>Values in a row, from its shape.</summary>
internal static class RowShape
{
    /// <summary>The product of the sizes; null where it is above <see cref="int.MaxValue"/>, or a size is negative.</summary>
    public static int? Product(IEnumerable<long> sizes)
    {
        var product = UInt128.One;
        foreach (var size in sizes)
        {
            if (size < 0)
                return null;
            product = UInt128.Min(product, int.MaxValue + UInt128.One) * (UInt128)size;
        }
        return product <= int.MaxValue ? (int)product : null;
    }
}
