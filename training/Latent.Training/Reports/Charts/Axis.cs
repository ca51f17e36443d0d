namespace Latent.Training.Reports;

/// <summary>The range and the tick marks of an axis.</summary>
/// <param name="Low">The value at its start.</param>
/// <param name="High">The value at its end, above <paramref name="Low"/>.</param>
/// <param name="Step">The distance between tick marks; with <paramref name="IsLog"/>, marks are at powers of ten.</param>
/// <param name="IsLog">Whether the scale is logarithmic.</param>
internal sealed record Axis(double Low, double High, double Step, bool IsLog = false)
{
    private const int Marks = 5;
    private const double RoundingSlack = 1e-9;

    /// <summary>The tick marks, from the start.</summary>
    public IEnumerable<double> Ticks => IsLog ? PowersOfTen() : Multiples();

    /// <summary>Creates an axis with exactly the given range; tick marks are multiples of a round number.</summary>
    /// <param name="low">The minimum value.</param>
    /// <param name="high">The maximum value; if it does not exceed the minimum, the range is widened.</param>
    /// <param name="leastStep">The minimum distance between tick marks: 1 if only integers are meaningful.</param>
    public static Axis Exact(double low, double high, double leastStep = 0)
    {
        (low, high) = high > low ? (low, high) : Widened(low);
        return new Axis(low, high, Math.Max(leastStep, RoundStep(high - low)));
    }

    /// <summary>Creates an axis that includes the given range and ends at tick marks.</summary>
    public static Axis Rounded(double low, double high)
    {
        (low, high) = high > low ? (low, high) : Widened(low);
        var step = RoundStep(high - low);
        return new Axis(Math.Floor((low / step) + RoundingSlack) * step, Math.Ceiling((high / step) - RoundingSlack) * step, step);
    }

    /// <summary>Creates a logarithmic axis for counts. It starts below 1, so that a count of 1 is visible.</summary>
    public static Axis LogCounts(long max) =>
        new(0.6, Math.Pow(10, Math.Max(1, Math.Ceiling(Math.Log10(Math.Max(1, max))))), Step: 1, IsLog: true);

    /// <summary>Returns the position of a value: 0 at the start, 1 at the end.</summary>
    public double ShareAt(double value) => IsLog
        ? Math.Log(value / Low) / Math.Log(High / Low)
        : (value - Low) / (High - Low);

    private static (double Low, double High) Widened(double value)
    {
        var margin = value == 0 ? 1 : Math.Abs(value) / 10;
        return (value - margin, value + margin);
    }

    // 1, 2 or 5 times a power of ten.
    private static double RoundStep(double span)
    {
        var magnitude = Math.Pow(10, Math.Floor(Math.Log10(span / Marks)));
        var factor = span / Marks / magnitude;
        return magnitude * (factor <= 1 ? 1 : factor <= 2 ? 2 : factor <= 5 ? 5 : 10);
    }

    private IEnumerable<double> Multiples()
    {
        for (var multiple = Math.Ceiling((Low / Step) - RoundingSlack); multiple * Step <= High + (Step * RoundingSlack); multiple++)
            yield return (multiple * Step) + 0.0; // avoids negative zero
    }

    private IEnumerable<double> PowersOfTen()
    {
        for (var power = Math.Ceiling(Math.Log10(Low) - RoundingSlack); Math.Pow(10, power) <= High * (1 + RoundingSlack); power++)
            yield return Math.Pow(10, power);
    }
}
