using System.Globalization;

namespace Latent.Runtime;

/// <summary>The result of <see cref="Autoencoder.Detect(ReadOnlySpan{float}, Threshold?)"/> for one row.</summary>
/// <param name="Row">The row index, from 0.</param>
/// <param name="Score">The anomaly score.</param>
/// <param name="Threshold">The largest score that still counts as normal.</param>
public readonly record struct Verdict(long Row, float Score, double Threshold)
{
    private const int MinDigits = 3;
    private const int MaxDigits = 9;

    /// <summary>Whether the score is above the threshold.</summary>
    public bool IsAnomaly => Score > Threshold;

    /// <summary>
    /// <c>row 3: score 0.412 &gt; threshold 0.187</c>, or <c>&lt;=</c> for a normal row. Three significant digits, more
    /// if the two numbers would otherwise look the same.
    /// </summary>
    public override string ToString()
    {
        var (score, threshold) = ("", "");
        for (var digits = MinDigits; digits <= MaxDigits && score == threshold; digits++)
            (score, threshold) = (Text(Score, digits), Text(Threshold, digits));
        return string.Create(CultureInfo.InvariantCulture, $"row {Row}: score {score} {(IsAnomaly ? ">" : "<=")} threshold {threshold}");
    }

    private static string Text(double value, int digits)
    {
        var plain = value.ToString($"G{digits}", CultureInfo.InvariantCulture);
        return plain.Contains('E') && Math.Abs(value) >= 1 ? value.ToString("F0", CultureInfo.InvariantCulture) : plain;
    }
}
