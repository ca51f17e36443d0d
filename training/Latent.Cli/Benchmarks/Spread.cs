namespace Latent.Cli;

/// <summary>The mean of figures, and how far they lie apart.</summary>
/// <param name="Mean">Their mean.</param>
/// <param name="Deviation">Their sample standard deviation; 0 for a single one.</param>
internal sealed record Spread(double Mean, double Deviation)
{
    public static Spread Compute(IReadOnlyCollection<double> figures)
    {
        var mean = figures.Average();
        return new(mean, figures.Count < 2 ? 0 : Math.Sqrt(figures.Sum(figure => (figure - mean) * (figure - mean)) / (figures.Count - 1)));
    }

    public override string ToString() => $"{NumberText.Short(Mean)} ± {NumberText.Short(Deviation)}";
}
