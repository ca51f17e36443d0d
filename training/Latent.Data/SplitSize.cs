using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Latent.Data;

/// <summary>
/// The size of a validation or test set: a count (<c>5000</c>) or a fraction (<c>0.1</c>). An integer is a count.
/// </summary>
public readonly record struct SplitSize : IParsable<SplitSize>
{
    private readonly int count;
    private readonly double fraction;

    private SplitSize(int count, double fraction) => (this.count, this.fraction) = (count, fraction);

    /// <summary>No samples.</summary>
    public static SplitSize None => default;

    /// <summary>Creates a size from a count of samples.</summary>
    /// <param name="count">At least 0.</param>
    public static SplitSize Samples(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return new(count, 0);
    }

    /// <summary>Creates a size from a fraction of the samples, rounded to the nearest integer.</summary>
    /// <param name="fraction">At least 0 and below 1.</param>
    public static SplitSize Fraction(double fraction)
    {
        if (!(fraction is >= 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(fraction), fraction, "A fraction must be at least 0 and less than 1.");
        return new(0, fraction);
    }

    /// <summary>Returns the number of samples for a data set of <paramref name="total"/> samples.</summary>
    public int CountOf(int total) => fraction > 0 ? (int)Math.Round(fraction * total, MidpointRounding.AwayFromZero) : count;

    /// <summary>Parses a count such as <c>5000</c> or a fraction such as <c>0.1</c>.</summary>
    /// <exception cref="FormatException">The text is neither.</exception>
    public static SplitSize Parse(string text, IFormatProvider? provider = null) =>
        TryParse(text, provider, out var size)
            ? size
            : throw new FormatException($"A split size is a count (5000) or a fraction from 0 up to 1 (0.1). Received: {text}.");

    /// <summary>Parses a count such as <c>5000</c> or a fraction such as <c>0.1</c>; false if the text is neither.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out SplitSize result)
    {
        result = default;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            result = new(count, 0);
            return true;
        }

        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var fraction)) return false;
        if (!(fraction is >= 0 and < 1)) return false;
        result = new(0, fraction);
        return true;
    }

    /// <summary>Returns text that <see cref="Parse"/> accepts.</summary>
    public override string ToString() => fraction > 0
        ? fraction.ToString("R", CultureInfo.InvariantCulture)
        : count.ToString(CultureInfo.InvariantCulture);
}
