namespace Latent.Training.Reports;

/// <summary>Values over epochs, or over something else.</summary>
/// <param name="Name">What the legend calls it.</param>
/// <param name="Colour">One of the colours 0 to 9.</param>
/// <param name="Points">Where from left to right, and values.</param>
/// <param name="IsDashed">Whether its line is dashed.</param>
internal sealed record Series(string Name, int Colour, IReadOnlyList<(double X, double Value)> Points, bool IsDashed = false);
