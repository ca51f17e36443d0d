namespace Latent.Training.Codecs;

/// <summary>How close a picture is to another, on 8-bit grey levels.</summary>
internal static class ImageQuality
{
    // Pictures that agree in every level have no error to divide by.
    private const double Lossless = 100;

    /// <summary>The peak signal-to-noise ratio in decibels; 100 for equal pictures.</summary>
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

    /// <summary>The 8-bit level of a value in [0, 1].</summary>
    public static double Level(float value) => Math.Floor((Math.Clamp(value, 0, 1) * byte.MaxValue) + 0.5);
}
