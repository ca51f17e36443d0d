namespace Latent.Cli;

/// <summary>The mean and standard deviation of a metric.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="Deviation">The sample standard deviation; 0 for a single value.</param>
internal sealed record Spread(double Mean, double Deviation)
{
    public static Spread Compute(IReadOnlyCollection<double> figures)
    {
        var mean = figures.Average();
        return new(mean, figures.Count < 2 ? 0 : Math.Sqrt(figures.Sum(figure => (figure - mean) * (figure - mean)) / (figures.Count - 1)));
    }

    public override string ToString() => $"{NumberText.Short(Mean)} ± {NumberText.Short(Deviation)}";
}
