namespace Latent.Training.Codecs;

/// <summary>What a codec does at one setting, as means over pictures.</summary>
/// <param name="Bits">Bits a pixel, by the size of the files.</param>
/// <param name="Psnr">Peak signal-to-noise ratio of 8-bit pictures, in decibels.</param>
/// <param name="Similarity">Multi-scale structural similarity, at most 1.</param>
public sealed record RateDistortionPoint(double Bits, double Psnr, double Similarity);
