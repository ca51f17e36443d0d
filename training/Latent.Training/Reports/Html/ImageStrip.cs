namespace Latent.Training.Reports;

/// <summary>A strip of images with a name.</summary>
/// <param name="Name">The short name beside the images.</param>
/// <param name="Alt">The text alternative.</param>
/// <param name="Png">The images as one PNG file.</param>
internal sealed record ImageStrip(string Name, string Alt, byte[] Png);
