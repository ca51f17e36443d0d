namespace Latent.Codecs;

/// <summary>A grey picture.</summary>
/// <param name="Pixels">Height x width numbers in [0, 1], row after row: 0 is black.</param>
/// <param name="Width">Pixels of a row.</param>
/// <param name="Height">Rows.</param>
public sealed record GrayImage(float[] Pixels, int Width, int Height);
