namespace Latent.Training.Reports;

/// <summary>Pictures in a row, and what they are.</summary>
/// <param name="Name">A word or two that stand beside them.</param>
/// <param name="Alt">What there is to see, in words.</param>
/// <param name="Png">The pictures as one PNG file.</param>
internal sealed record ImageStrip(string Name, string Alt, byte[] Png);
