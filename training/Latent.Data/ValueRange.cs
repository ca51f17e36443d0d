namespace Latent.Data;

/// <summary>The closed interval in which the values of a data set lie.</summary>
/// <param name="Minimum">Least value.</param>
/// <param name="Maximum">Greatest value.</param>
public readonly record struct ValueRange(float Minimum, float Maximum)
{
    /// <summary>The range of pictures: 0 is black, 1 is white.</summary>
    public static ValueRange Unit { get; } = new(0, 1);

    /// <summary>Whether every value lies in [0, 1], as a Bernoulli likelihood needs.</summary>
    public bool IsUnit => Minimum >= 0 && Maximum <= 1;

    /// <summary>Finds the range of <paramref name="values"/>; an empty span has the range 0 to 0.</summary>
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
