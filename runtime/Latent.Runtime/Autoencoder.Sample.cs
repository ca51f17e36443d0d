using System.Globalization;
using Latent.Bundles;

namespace Latent.Runtime;

/// <content>Rows and codes that are drawn.</content>
public sealed partial class Autoencoder
{
    /// <summary>Draws rows from the model: codes from the prior, decoded.</summary>
    /// <param name="count">How many, 1 or more.</param>
    /// <param name="seed">The same seed draws the same codes, on every machine and in whatever batches.</param>
    /// <param name="temperature">Factor on the deviation of the codes, 0 or more: below 1 more typical, above 1 more varied. Default: 1.</param>
    /// <param name="truncation">
    /// The largest magnitude of a value of a code before the temperature, in deviations, 0.1 or more: values beyond it are drawn
    /// again (the truncation trick, Brock et al. 2019). Default: none.
    /// </param>
    /// <returns><c>[count, InputSize]</c> rows.</returns>
    /// <exception cref="InputException">The temperature or the truncation is out of range.</exception>
    /// <exception cref="UnsupportedOperationException">The family has no prior to draw from.</exception>
    public float[] Sample(int count, long seed, double temperature = 1, double truncation = double.PositiveInfinity)
    {
        if (count < 1)
            throw new InputException("There is nothing to draw.", "Sample", nameof(count), "1 or more", count.ToString(CultureInfo.InvariantCulture), "ask for at least one row.");
        var rows = RowArguments.NewArray(count, InputSize, "Sample", nameof(count));
        Sample(rows, seed, temperature, truncation);
        return rows;
    }

    /// <summary>Draws rows from the model into the caller's memory: codes from the prior, decoded.</summary>
    /// <param name="rows">Receives <c>[n, InputSize]</c> rows; its length says how many.</param>
    /// <param name="seed">The same seed draws the same codes, on every machine and in whatever batches.</param>
    /// <param name="temperature">Factor on the deviation of the codes, 0 or more: below 1 more typical, above 1 more varied. Default: 1.</param>
    /// <param name="truncation">
    /// The largest magnitude of a value of a code before the temperature, in deviations, 0.1 or more: values beyond it are drawn
    /// again (the truncation trick, Brock et al. 2019). Default: none.
    /// </param>
    /// <exception cref="InputException">The temperature or the truncation is out of range.</exception>
    /// <exception cref="UnsupportedOperationException">The family has no prior to draw from.</exception>
    public void Sample(Span<float> rows, long seed, double temperature = 1, double truncation = double.PositiveInfinity)
    {
        using var use = lifetime.Enter();
        needs.Prior("Sample");
        var decode = needs.Graph(graphs.Decode, "Sample", "decode");
        if (rows.IsEmpty || rows.Length % InputSize != 0)
            throw new ShapeException(
                "The destination is not a whole number of rows.", "Sample", nameof(rows), $"a multiple of {InputSize} values, {InputSize} a row",
                $"{rows.Length} values", "pass a span for whole rows.");
        var draws = new PriorSampler(seed, temperature, truncation, "Sample");
        var count = rows.Length / InputSize;
        using var codes = new PooledBuffer((long)Math.Min(count, options.MaxBatch) * LatentSize);
        for (int done = 0, part; done < count; done += part)
        {
            part = Math.Min(options.MaxBatch, count - done);
            var sampled = codes.Span[..(part * LatentSize)];
            draws.Fill((long)done * LatentSize, sampled);
            decode.Run(sampled, part, rows.Slice(done * InputSize, part * InputSize));
        }
    }

    /// <summary>Draws one code for each row from its posterior: mean + exp(log variance / 2) times a normal draw.</summary>
    /// <param name="rows"><c>[n, InputSize]</c> raw values.</param>
    /// <param name="seed">The same seed makes the same draws, on every machine and in whatever batches.</param>
    /// <returns><c>[n, LatentSize]</c> codes.</returns>
    /// <exception cref="UnsupportedOperationException">The family has no posterior.</exception>
    public float[] SamplePosterior(ReadOnlySpan<float> rows, long seed)
    {
        var codes = RowArguments.NewArray(rows.Length / InputSize, LatentSize, "SamplePosterior", nameof(rows));
        SamplePosterior(rows, codes, seed);
        return codes;
    }

    /// <summary>Draws one code for each row from its posterior, into the caller's memory.</summary>
    /// <param name="rows"><c>[n, InputSize]</c> raw values.</param>
    /// <param name="codes">Receives <c>[n, LatentSize]</c> codes.</param>
    /// <param name="seed">The same seed makes the same draws, on every machine and in whatever batches.</param>
    /// <exception cref="UnsupportedOperationException">The family has no posterior.</exception>
    public void SamplePosterior(ReadOnlySpan<float> rows, Span<float> codes, long seed)
    {
        using var use = lifetime.Enter();
        var encode = needs.Graph(graphs.Encode, "SamplePosterior", "encode");
        needs.Output(encode, "SamplePosterior", TensorRole.LogVariance);
        var count = CountRows(rows, "SamplePosterior", nameof(rows));
        RowArguments.CheckDestination(codes, count, LatentSize, "SamplePosterior", nameof(codes));

        using var logVariance = new PooledBuffer(codes.Length);
        encode.Run(rows, count, codes, logVariance.Span);
        new PosteriorSampler(new PhiloxStream(seed, RandomStreams.Posterior)).Fill(0, codes, logVariance.Span, codes);
    }
}
