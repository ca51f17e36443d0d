namespace Latent.Codecs;

/// <summary>A grayscale image.</summary>
/// <param name="Pixels"><c>[height, width]</c> values in [0, 1], row-major: 0 is black.</param>
/// <param name="Width">The width in pixels.</param>
/// <param name="Height">The height in pixels.</param>
public sealed record GrayImage(float[] Pixels, int Width, int Height);
