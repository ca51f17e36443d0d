using Latent.Bundles;
using Latent.Data;
using Latent.Files;
using Latent.Runtime;
using Latent.Sequences;
using Latent.Training.Evaluation;

namespace Latent.Training.Sequences;

/// <summary>
/// Evaluates a sequence model on rows with its exported graphs. In nats per sequence, means over rows:
/// <c>reconstruction</c> and <c>kl</c> at one code sampled from the posterior, <c>loss</c> = <c>reconstruction</c> + β
/// <c>kl</c>, and <c>bound</c>, the negative evidence lower bound; <c>perplexity_bound</c>, the exponential of the bound per
/// token, including end tokens; <c>active_units</c> (Burda et al. 2016) and <c>mutual_information</c> between rows and codes
/// (Hoffman and Johnson 2016). With importance samples: <c>nll</c>, the negative log-likelihood, and <c>perplexity</c>, its
/// exponential per token.
/// </summary>
public sealed class SequenceEvaluator
{
    private const int RowsAtOnce = 64;
    private const int LikelihoodRows = 1000;
    private const long Seed = 1;

    private readonly GraphSession encode;
    private readonly GraphSession likelihood;
    private readonly int latentSize;

    /// <summary>Creates an evaluator over loaded graphs.</summary>
    /// <param name="encode">The graph from rows to posteriors.</param>
    /// <param name="likelihood">The graph from rows and codes to errors.</param>
    /// <param name="latentSize">The latent dimension.</param>
    internal SequenceEvaluator(GraphSession encode, GraphSession likelihood, int latentSize) =>
        (this.encode, this.likelihood, this.latentSize) = (encode, likelihood, latentSize);

    /// <summary>Whether a bundle is a sequence model.</summary>
    public static bool Knows(BundleManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        return manifest.Vocabulary is not null && manifest.Graphs.ContainsKey("likelihood");
    }

    /// <summary>Converts rows to the vocabulary of a bundle and drops those that are too long.</summary>
    /// <param name="bundle">The bundle of a sequence model.</param>
    /// <param name="rows">Rows of tokens, in any vocabulary; rows longer than the model's length are dropped.</param>
    /// <exception cref="DataException">The rows are not tokens.</exception>
    public static Dataset Fit(Bundle bundle, Dataset rows)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        var vocabulary = TokenVocabulary.Read(bundle.GetPath(bundle.Manifest.Vocabulary!));
        return TokenPreparation.Fit(rows, vocabulary, (int)bundle.Manifest.Input.Shape[0]);
    }

    /// <summary>Evaluates a bundle on text.</summary>
    /// <param name="bundle">The bundle of a sequence model.</param>
    /// <param name="rows">Rows that <see cref="Fit"/> it.</param>
    /// <param name="importanceSamples">
    /// The number of codes sampled for each of the first 1,000 rows to estimate <c>nll</c>; 0 skips it.
    /// </param>
    /// <returns>The metrics by name.</returns>
    /// <exception cref="DataException">There are no rows.</exception>
    public static IReadOnlyDictionary<string, double> Evaluate(Bundle bundle, Dataset rows, int importanceSamples = 0)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        var beta = bundle.Manifest.Options.TryGetProperty("beta", out var value) ? value.GetDouble() : 1;
        using var encode = new GraphSession(Path.Combine(bundle.Folder, "encode.onnx"));
        using var likelihood = new GraphSession(Path.Combine(bundle.Folder, "likelihood.onnx"));
        var evaluator = new SequenceEvaluator(encode, likelihood, (int)bundle.Manifest.Latent.Size);
        return evaluator.Measure(rows, beta, importanceSamples);
    }

    /// <summary>Evaluates the model on prepared rows.</summary>
    /// <param name="rows">Rows in the token indices and the length of the model.</param>
    /// <param name="beta">The weight of the KL divergence in the loss.</param>
    /// <param name="importanceSamples">See <see cref="Evaluate"/>.</param>
    internal Dictionary<string, double> Measure(Dataset rows, double beta, int importanceSamples)
    {
        if (rows.Count == 0)
        {
            throw new DataException(
                "No row fits the model.",
                rows.Name,
                $"at least one sequence of at most {rows.SampleSize} tokens, including the end token",
                "none",
                "Use shorter sequences, or train with a larger options.length.");
        }

        var posteriors = Encode(rows);
        var (mean, logVariance) = posteriors;
        var codes = PosteriorStatistics.Sample(mean, logVariance, new PhiloxStream(Seed, stream: 0));
        var tokens = Enumerable.Range(0, rows.Count).Sum(row => (double)TokenPreparation.LengthOf(rows.Row(row)));
        var reconstruction = Errors(rows.Values, codes, rows.SampleSize).Sum() / rows.Count;
        var divergence = PosteriorStatistics.Divergence(mean, logVariance) / rows.Count;

        var statistics = new CodeStatistics(latentSize);
        statistics.Add(mean, activeAbove: 0);
        var metrics = new Dictionary<string, double>(statistics.OfGaussian())
        {
            ["loss"] = reconstruction + (beta * divergence),
            ["reconstruction"] = reconstruction,
            ["kl"] = divergence,
            ["bound"] = reconstruction + divergence,
            ["perplexity_bound"] = Math.Exp((reconstruction + divergence) * rows.Count / tokens),
            ["mutual_information"] = PosteriorStatistics.MutualInformation(mean, logVariance, codes, latentSize),
        };
        if (importanceSamples > 0)
            AddLikelihood(metrics, rows, posteriors, importanceSamples);
        return metrics;
    }

    private void AddLikelihood(
        Dictionary<string, double> metrics,
        Dataset rows,
        (float[] Mean, float[] LogVariance) posteriors,
        int samples)
    {
        var count = Math.Min(rows.Count, LikelihoodRows);
        var (total, tokens) = (0.0, 0.0);
        for (var row = 0; row < count; row++)
        {
            var position = row * latentSize;
            total += NegativeLogLikelihood(
                rows.Row(row).ToArray(),
                posteriors.Mean.AsSpan(position, latentSize).ToArray(),
                posteriors.LogVariance.AsSpan(position, latentSize).ToArray(),
                samples,
                row);
            tokens += TokenPreparation.LengthOf(rows.Row(row));
        }

        metrics["nll"] = total / count;
        metrics["perplexity"] = Math.Exp(total / tokens);
    }

    // -log 1/k Σ p(x | z) p(z) / q(z | x) (Burda et al. 2016, section 5).
    private double NegativeLogLikelihood(float[] row, float[] mean, float[] logVariance, int samples, int stream)
    {
        float[] means = [.. Enumerable.Repeat(mean, samples).SelectMany(values => values)];
        float[] variances = [.. Enumerable.Repeat(logVariance, samples).SelectMany(values => values)];
        var codes = PosteriorStatistics.Sample(means, variances, new PhiloxStream(Seed, stream: 1 + stream));
        var errors = Errors([.. Enumerable.Repeat(row, samples).SelectMany(values => values)], codes, row.Length);
        var weights = new double[samples];
        for (var i = 0; i < samples; i++)
            weights[i] = PosteriorStatistics.LogRatio(codes.AsSpan(i * latentSize, latentSize), mean, logVariance) - errors[i];
        return Math.Log(samples) - PosteriorStatistics.LogSumExp(weights);
    }

    private (float[] Mean, float[] LogVariance) Encode(Dataset rows)
    {
        var (means, variances) = (new List<float>(), new List<float>());
        for (var start = 0; start < rows.Count; start += RowsAtOnce)
        {
            var end = Math.Min(rows.Count, start + RowsAtOnce);
            var outputs = encode.Run(
                NamedTensor.Create(encode.InputNames[0], rows.Rows(start..end).ToArray(), end - start, rows.SampleSize));
            means.AddRange(outputs["mean"].Floats!);
            variances.AddRange(outputs["log_variance"].Floats!);
        }

        return ([.. means], [.. variances]);
    }

    // The negative log-likelihood of each row at its code.
    private double[] Errors(float[] rows, float[] codes, int length)
    {
        var errors = new double[rows.Length / length];
        for (var start = 0; start < errors.Length; start += RowsAtOnce)
        {
            var count = Math.Min(errors.Length - start, RowsAtOnce);
            var outputs = likelihood.Run(
                NamedTensor.Create(likelihood.InputNames[0], rows[(start * length)..((start + count) * length)], count, length),
                NamedTensor.Create(
                    likelihood.InputNames[1],
                    codes[(start * latentSize)..((start + count) * latentSize)],
                    count,
                    latentSize));
            var tokens = outputs["errors"].Floats!;
            for (var i = 0; i < tokens.Length; i++)
                errors[start + (i / length)] += tokens[i];
        }

        return errors;
    }
}
