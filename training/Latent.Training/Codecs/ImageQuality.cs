namespace Latent.Training.Codecs;

/// <summary>Image quality measures on 8-bit gray levels.</summary>
internal static class ImageQuality
{
    // The PSNR of equal images is infinite; this value replaces it.
    private const double Lossless = 100;

    /// <summary>Computes the peak signal-to-noise ratio in decibels; 100 for equal images.</summary>
    public static double Psnr(ReadOnlySpan<float> expected, ReadOnlySpan<float> received)
    {
        var sum = 0.0;
        for (var i = 0; i < expected.Length; i++)
        {
            var difference = Level(expected[i]) - Level(received[i]);
            sum += difference * difference;
        }

        return sum == 0 ? Lossless : 10 * Math.Log10(byte.MaxValue * byte.MaxValue * (double)expected.Length / sum);
    }

    /// <summary>Returns the 8-bit level of a value in [0, 1].</summary>
    public static double Level(float value) => Math.Floor((Math.Clamp(value, 0, 1) * byte.MaxValue) + 0.5);
}
