using System.Globalization;

namespace Latent.Runtime;

/// <summary>Codes drawn from a standard normal prior: how far they spread, and where they are cut off.</summary>
public readonly struct PriorSampler
{
    private const double LowestTruncation = 0.1;

    private readonly PhiloxStream random;
    private readonly float temperature;
    private readonly double truncation;

    /// <summary>Checks what a caller asks for.</summary>
    /// <param name="seed">The same seed gives the same codes, on every machine and in whatever batches.</param>
    /// <param name="temperature">Factor on the deviation of the codes, 0 or more.</param>
    /// <param name="truncation">The largest magnitude of a value before the temperature, in deviations, 0.1 or more; infinity for none.</param>
    /// <param name="operation">The operation, for the error.</param>
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
    /// <param name="start">The place of the first value, 0 or more.</param>
    /// <param name="codes">Receives the values.</param>
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
