using System.Globalization;

namespace Latent.Runtime;

/// <summary>Codes drawn from a standard normal prior: how far they spread, and where they are cut off.</summary>
internal readonly struct PriorSampler
{
    private const double LowestTruncation = 0.1;

    private readonly PhiloxStream random;
    private readonly float temperature;
    private readonly double truncation;

    /// <summary>Checks what a caller asks for.</summary>
    /// <exception cref="InputException">The temperature or the truncation cannot be used.</exception>
    public PriorSampler(long seed, double temperature, double truncation, string operation)
    {
        if (!float.IsFinite((float)temperature) || temperature < 0)
            throw new InputException(
                "The temperature is not a factor.", operation, nameof(temperature), "a number of float32 range, 0 or more",
                temperature.ToString(CultureInfo.InvariantCulture), "use 1 for the model's own prior.");
        if (!(truncation >= LowestTruncation))
            throw new InputException(
                "The truncation is no bound that draws fall within.", operation, nameof(truncation), $"a number of deviations, {LowestTruncation.ToString(CultureInfo.InvariantCulture)} or more",
                truncation.ToString(CultureInfo.InvariantCulture), "use 2 for more typical rows; for rows closer to each other lower the temperature.");
        (random, this.temperature, this.truncation) = (new(seed, RandomStreams.Prior), (float)temperature, truncation);
    }

    /// <summary>The values of the sequence from a place on.</summary>
    public void Fill(long start, Span<float> codes)
    {
        if (double.IsPositiveInfinity(truncation))
            random.FillGaussian(start, codes);
        else
            random.FillTruncatedGaussian(start, codes, truncation);
        foreach (ref var value in codes)
            value *= temperature;
    }
}
