namespace Latent.Training.Codecs;

/// <summary>Size and quality of a codec at one setting, means over images.</summary>
/// <param name="Bits">Bits per pixel of the whole file.</param>
/// <param name="Psnr">Peak signal-to-noise ratio of 8-bit images, in decibels.</param>
/// <param name="Similarity">Multi-scale structural similarity, at most 1.</param>
public sealed record RateDistortionPoint(double Bits, double Psnr, double Similarity);
