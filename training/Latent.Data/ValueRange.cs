namespace Latent.Data;

/// <summary>The closed interval that contains the values of a data set.</summary>
/// <param name="Minimum">The minimum value.</param>
/// <param name="Maximum">The maximum value.</param>
public readonly record struct ValueRange(float Minimum, float Maximum)
{
    /// <summary>The range of images: 0 is black, 1 is white.</summary>
    public static ValueRange Unit { get; } = new(0, 1);

    /// <summary>Whether every value lies in [0, 1], as a Bernoulli likelihood requires.</summary>
    public bool IsUnit => Minimum >= 0 && Maximum <= 1;

    /// <summary>Computes the range of <paramref name="values"/>; an empty span has the range [0, 0].</summary>
    public static ValueRange Compute(ReadOnlySpan<float> values)
    {
        if (values.IsEmpty) return default;
        var (low, high) = (values[0], values[0]);
        foreach (var value in values)
        {
            low = MathF.Min(low, value);
            high = MathF.Max(high, value);
        }

        return new(low, high);
    }
}
