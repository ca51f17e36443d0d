using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Latent.Data;

/// <summary>How much of a data set goes into a part: a count (<c>5000</c>) or a fraction (<c>0.1</c>). Written without a point it is a count.</summary>
public readonly record struct SplitSize : IParsable<SplitSize>
{
    private readonly int count;
    private readonly double fraction;

    private SplitSize(int count, double fraction) => (this.count, this.fraction) = (count, fraction);

    /// <summary>No sample at all.</summary>
    public static SplitSize None => default;

    /// <summary>So many samples.</summary>
    /// <param name="count">At least 0.</param>
    public static SplitSize Samples(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return new(count, 0);
    }

    /// <summary>So large a share of the samples, rounded to the nearest whole number.</summary>
    /// <param name="fraction">At least 0 and below 1.</param>
    public static SplitSize Fraction(double fraction)
    {
        if (!(fraction is >= 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(fraction), fraction, "A fraction lies from 0 up to, but not at, 1.");
        return new(0, fraction);
    }

    /// <summary>The number of samples that this is of <paramref name="total"/>.</summary>
    public int CountOf(int total) => fraction > 0 ? (int)Math.Round(fraction * total, MidpointRounding.AwayFromZero) : count;

    /// <summary>Reads a count such as <c>5000</c> or a fraction such as <c>0.1</c>.</summary>
    /// <exception cref="FormatException">Neither of the two.</exception>
    public static SplitSize Parse(string text, IFormatProvider? provider = null) =>
        TryParse(text, provider, out var size)
            ? size
            : throw new FormatException($"A part is a count (5000) or a fraction from 0 up to 1 (0.1). Received: {text}.");

    /// <summary>Reads a count such as <c>5000</c> or a fraction such as <c>0.1</c>; false where it is neither.</summary>
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

    /// <summary>The text that <see cref="Parse"/> reads back.</summary>
    public override string ToString() => fraction > 0
        ? fraction.ToString("R", CultureInfo.InvariantCulture)
        : count.ToString(CultureInfo.InvariantCulture);
}
