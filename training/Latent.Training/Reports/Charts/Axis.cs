namespace Latent.Training.Reports;

/// <summary>Which values an axis spans, and where its marks are.</summary>
/// <param name="Low">The value at its start.</param>
/// <param name="High">The value at its end; above <paramref name="Low"/>.</param>
/// <param name="Step">The distance between marks; of the powers of ten where <paramref name="IsLog"/>.</param>
/// <param name="IsLog">Whether equal factors take equal room.</param>
internal sealed record Axis(double Low, double High, double Step, bool IsLog = false)
{
    private const int Marks = 5;
    private const double RoundingSlack = 1e-9;

    /// <summary>The marks, from the start on.</summary>
    public IEnumerable<double> Ticks => IsLog ? PowersOfTen() : Multiples();

    /// <summary>Spans exactly what is given; marks are multiples of a round number.</summary>
    /// <param name="low">The least value.</param>
    /// <param name="high">The greatest value; one that is no greater is moved up.</param>
    /// <param name="leastStep">The least distance between marks: 1 where only whole numbers have a meaning.</param>
    public static Axis Exact(double low, double high, double leastStep = 0)
    {
        (low, high) = high > low ? (low, high) : Widened(low);
        return new Axis(low, high, Math.Max(leastStep, RoundStep(high - low)));
    }

    /// <summary>Spans what is given and ends at marks.</summary>
    public static Axis Rounded(double low, double high)
    {
        (low, high) = high > low ? (low, high) : Widened(low);
        var step = RoundStep(high - low);
        return new Axis(Math.Floor((low / step) + RoundingSlack) * step, Math.Ceiling((high / step) - RoundingSlack) * step, step);
    }

    /// <summary>For counts that differ by magnitudes: from below 1, so that a single one can be seen.</summary>
    public static Axis LogCounts(long most) => new(0.6, Math.Pow(10, Math.Max(1, Math.Ceiling(Math.Log10(Math.Max(1, most))))), Step: 1, IsLog: true);

    /// <summary>Where a value lies: 0 at the start, 1 at the end.</summary>
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
            yield return (multiple * Step) + 0.0; // no minus before 0
    }

    private IEnumerable<double> PowersOfTen()
    {
        for (var power = Math.Ceiling(Math.Log10(Low) - RoundingSlack); Math.Pow(10, power) <= High * (1 + RoundingSlack); power++)
            yield return Math.Pow(10, power);
    }
}
