using System.Globalization;

namespace Latent.Runtime;

/// <summary>Samples codes from a standard normal prior with temperature and truncation.</summary>
public readonly struct PriorSampler
{
    private const double MinTruncation = 0.1;

    private readonly PhiloxStream random;
    private readonly float temperature;
    private readonly double truncation;

    /// <summary>Creates a sampler and checks its settings.</summary>
    /// <param name="seed">The same seed gives the same codes, on every machine and in whatever batches.</param>
    /// <param name="temperature">Factor on the deviation of the codes, 0 or more.</param>
    /// <param name="truncation">
    /// The largest magnitude of a value before the temperature, in deviations, 0.1 or more; infinity for none.
    /// </param>
    /// <param name="operation">The operation, for the error.</param>
    /// <exception cref="InputException">The temperature or the truncation is out of range.</exception>
    public PriorSampler(long seed, double temperature, double truncation, string operation)
    {
        if (!float.IsFinite((float)temperature) || temperature < 0)
            throw new InputException(
                "The temperature is out of range.", operation, nameof(temperature), "a number in the float32 range, 0 or more",
                temperature.ToString(CultureInfo.InvariantCulture), "use 1 for the model's own prior.");
        if (!(truncation >= MinTruncation))
            throw new InputException(
                "The truncation is out of range.", operation, nameof(truncation),
                $"a number of standard deviations, {MinTruncation.ToString(CultureInfo.InvariantCulture)} or more",
                truncation.ToString(CultureInfo.InvariantCulture),
                "use 2 for more typical rows; lower the temperature for less varied rows.");
        (random, this.temperature, this.truncation) = (new(seed, RandomStreams.Prior), (float)temperature, truncation);
    }

    /// <summary>Fills a span with codes, starting at an index of the sequence.</summary>
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
