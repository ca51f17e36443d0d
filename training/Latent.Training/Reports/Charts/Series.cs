namespace Latent.Training.Reports;

/// <summary>A line of a chart: values over epochs or another quantity.</summary>
/// <param name="Name">The name in the legend.</param>
/// <param name="Colour">The colour index, 0 to 9.</param>
/// <param name="Points">The horizontal positions and values.</param>
/// <param name="IsDashed">Whether the line is dashed.</param>
internal sealed record Series(string Name, int Colour, IReadOnlyList<(double X, double Value)> Points, bool IsDashed = false);
