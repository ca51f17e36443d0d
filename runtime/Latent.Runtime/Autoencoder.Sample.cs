using System.Globalization;
using Latent.Bundles;

namespace Latent.Runtime;

/// <content>Sampling from the prior and the posterior.</content>
public sealed partial class Autoencoder
{
    /// <summary>Samples rows from the model: codes from the prior, decoded.</summary>
    /// <param name="count">The number of rows, 1 or more.</param>
    /// <param name="seed">The same seed gives the same codes on every machine, whatever the batch size.</param>
    /// <param name="temperature">
    /// Factor on the standard deviation of the codes, 0 or more: below 1 more typical, above 1 more varied. Default: 1.
    /// </param>
    /// <param name="truncation">
    /// The maximum magnitude of a latent before the temperature is applied, in standard deviations, 0.1 or more: values beyond it
    /// are resampled (the truncation trick, Brock et al. 2019). Default: none.
    /// </param>
    /// <returns><c>[count, InputSize]</c> rows.</returns>
    /// <exception cref="InputException">The temperature or the truncation is out of range.</exception>
    /// <exception cref="UnsupportedOperationException">The family has no prior to sample from.</exception>
    public float[] Sample(int count, long seed, double temperature = 1, double truncation = double.PositiveInfinity)
    {
        if (count < 1)
            throw new InputException(
                "The number of samples is out of range.", "Sample", nameof(count), "1 or more",
                count.ToString(CultureInfo.InvariantCulture), "ask for at least one row.");
        var rows = RowArguments.NewArray(count, InputSize, "Sample", nameof(count));
        Sample(rows, seed, temperature, truncation);
        return rows;
    }

    /// <summary>Samples rows from the model into the caller's memory: codes from the prior, decoded.</summary>
    /// <param name="rows">Receives <c>[n, InputSize]</c> rows; its length determines their number.</param>
    /// <param name="seed">The same seed gives the same codes on every machine, whatever the batch size.</param>
    /// <param name="temperature">
    /// Factor on the standard deviation of the codes, 0 or more: below 1 more typical, above 1 more varied. Default: 1.
    /// </param>
    /// <param name="truncation">
    /// The maximum magnitude of a latent before the temperature is applied, in standard deviations, 0.1 or more: values beyond it
    /// are resampled (the truncation trick, Brock et al. 2019). Default: none.
    /// </param>
    /// <exception cref="InputException">The temperature or the truncation is out of range.</exception>
    /// <exception cref="UnsupportedOperationException">The family has no prior to sample from.</exception>
    public void Sample(Span<float> rows, long seed, double temperature = 1, double truncation = double.PositiveInfinity)
    {
        using var use = lifetime.Enter();
        requirements.Prior("Sample");
        var decode = requirements.Graph(graphs.Decode, "Sample", "decode");
        if (rows.IsEmpty || rows.Length % InputSize != 0)
            throw new ShapeException(
                "The destination does not hold a whole number of rows.", "Sample", nameof(rows),
                $"a multiple of {InputSize} values, {InputSize} per row", $"{rows.Length} values", "pass a span for whole rows.");
        var sampler = new PriorSampler(seed, temperature, truncation, "Sample");
        var count = rows.Length / InputSize;
        using var codes = new PooledBuffer((long)Math.Min(count, options.MaxBatch) * LatentSize);
        for (int done = 0, part; done < count; done += part)
        {
            part = Math.Min(options.MaxBatch, count - done);
            var sampled = codes.Span[..(part * LatentSize)];
            sampler.Fill((long)done * LatentSize, sampled);
            decode.Run(sampled, part, rows.Slice(done * InputSize, part * InputSize));
        }
    }

    /// <summary>Samples one code per row from its posterior: mean + exp(log variance / 2) times a standard normal sample.</summary>
    /// <param name="rows"><c>[n, InputSize]</c> raw values.</param>
    /// <param name="seed">The same seed gives the same noise on every machine, whatever the batch size.</param>
    /// <returns><c>[n, LatentSize]</c> codes.</returns>
    /// <exception cref="UnsupportedOperationException">The family has no posterior.</exception>
    public float[] SamplePosterior(ReadOnlySpan<float> rows, long seed)
    {
        var codes = RowArguments.NewArray(rows.Length / InputSize, LatentSize, "SamplePosterior", nameof(rows));
        SamplePosterior(rows, codes, seed);
        return codes;
    }

    /// <summary>Samples one code per row from its posterior, into the caller's memory.</summary>
    /// <param name="rows"><c>[n, InputSize]</c> raw values.</param>
    /// <param name="codes">Receives <c>[n, LatentSize]</c> codes.</param>
    /// <param name="seed">The same seed gives the same noise on every machine, whatever the batch size.</param>
    /// <exception cref="UnsupportedOperationException">The family has no posterior.</exception>
    public void SamplePosterior(ReadOnlySpan<float> rows, Span<float> codes, long seed)
    {
        using var use = lifetime.Enter();
        var encode = requirements.Graph(graphs.Encode, "SamplePosterior", "encode");
        requirements.Output(encode, "SamplePosterior", TensorRole.LogVariance);
        var count = CountRows(rows, "SamplePosterior", nameof(rows));
        RowArguments.CheckDestination(codes, count, LatentSize, "SamplePosterior", nameof(codes));

        using var logVariance = new PooledBuffer(codes.Length);
        encode.Run(rows, count, codes, logVariance.Span);
        new PosteriorSampler(new PhiloxStream(seed, RandomStreams.Posterior)).Fill(0, codes, logVariance.Span, codes);
    }
}
