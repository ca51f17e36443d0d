namespace Latent.Runtime;

/// <summary>Codes from a Gaussian posterior: mean + exp(log variance / 2) times noise (Kingma and Welling 2014).</summary>
/// <param name="noise">Standard normal noise.</param>
public readonly struct PosteriorSampler(PhiloxStream noise)
{
    private const int NoiseAtOnce = 256;

    /// <summary>One value of a code.</summary>
    /// <param name="mean">The mean.</param>
    /// <param name="logVariance">The logarithm of the variance.</param>
    /// <param name="noise">A standard normal number.</param>
    /// <param name="temperature">Factor on the deviation. Default: 1.</param>
    public static float Sample(float mean, float logVariance, float noise, float temperature = 1) =>
        mean + (temperature * MathF.Exp(logVariance / 2) * noise);

    /// <summary>Samples codes.</summary>
    /// <param name="start">The place in the noise of the first value, 0 or more.</param>
    /// <param name="mean">Means; where there are fewer than codes, they are taken from the first on again.</param>
    /// <param name="logVariance">Logarithms of the variances, as many.</param>
    /// <param name="codes">Receives the codes; may be the memory of <paramref name="mean"/>.</param>
    /// <param name="temperature">Factor on the deviation. Default: 1.</param>
    public void Fill(long start, ReadOnlySpan<float> mean, ReadOnlySpan<float> logVariance, Span<float> codes, float temperature = 1)
    {
        var buffer = (Span<float>)stackalloc float[NoiseAtOnce];
        var position = 0;
        for (var done = 0; done < codes.Length; done += NoiseAtOnce)
        {
            var part = codes.Slice(done, Math.Min(NoiseAtOnce, codes.Length - done));
            noise.FillGaussian(start + done, buffer[..part.Length]);
            for (var i = 0; i < part.Length; i++, position = position + 1 == mean.Length ? 0 : position + 1)
                part[i] = Sample(mean[position], logVariance[position], buffer[i], temperature);
        }
    }
}
