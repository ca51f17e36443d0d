namespace Latent.Bundles;

/// <summary>
/// A named tensor of float32 or int64 values in row-major order: the content of golden files, and the inputs and outputs of a
/// single graph.
/// </summary>
public sealed class NamedTensor
{
    private NamedTensor(string name, long[] shape, float[]? floats, long[]? integers)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(shape);
        CheckShape(shape, floats?.Length ?? integers!.Length);
        (Name, Shape, Floats, Integers) = (name, shape, floats, integers);
    }

    /// <summary>Name of the graph's input or output; may be empty in files written by other programs.</summary>
    public string Name { get; }

    /// <summary>Sizes, each 0 or more; empty for a scalar.</summary>
    public IReadOnlyList<long> Shape { get; }

    /// <summary>The values of a float32 tensor; null for an int64 one.</summary>
    public float[]? Floats { get; }

    /// <summary>The values of an int64 tensor; null for a float32 one.</summary>
    public long[]? Integers { get; }

    /// <summary>Element type: <see cref="Latent.Bundles.DataType.Float32"/> or <see cref="Latent.Bundles.DataType.Int64"/>.</summary>
    public string DType => Floats is null ? DataType.Int64 : DataType.Float32;

    /// <summary>Creates a float32 tensor. The arrays are kept, not copied.</summary>
    /// <param name="name">Name in the graph.</param>
    /// <param name="values">Values in row-major order.</param>
    /// <param name="shape">Sizes whose product is the number of values.</param>
    /// <exception cref="ArgumentException">The shape does not hold that many values.</exception>
    public static NamedTensor Create(string name, float[] values, params long[] shape)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new(name, shape, values, null);
    }

    /// <summary>Creates an int64 tensor. The arrays are kept, not copied.</summary>
    /// <param name="name">Name in the graph.</param>
    /// <param name="values">Values in row-major order.</param>
    /// <param name="shape">Sizes whose product is the number of values.</param>
    /// <exception cref="ArgumentException">The shape does not hold that many values.</exception>
    public static NamedTensor Create(string name, long[] values, params long[] shape)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new(name, shape, null, values);
    }

    private static void CheckShape(long[] shape, int count)
    {
        UInt128 product = 1;
        foreach (var size in shape)
            product = size < 0 || product > int.MaxValue ? UInt128.MaxValue >> 64 : product * (UInt128)size;

        if (product != (UInt128)count)
            throw new ArgumentException($"A tensor of shape [{string.Join(", ", shape)}] cannot hold {count} values.", nameof(shape));
    }
}
