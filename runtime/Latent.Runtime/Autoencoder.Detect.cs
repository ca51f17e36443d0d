using Latent.Bundles;

namespace Latent.Runtime;

/// <content>Anomaly scores and verdicts.</content>
public sealed partial class Autoencoder
{
    /// <summary>
    /// The threshold used when the caller passes none: the quantile that the bundle names as its alarm, otherwise
    /// <see cref="Threshold.Default"/>.
    /// </summary>
    public Threshold DefaultThreshold => thresholds.Default;

    /// <summary>Scores rows: higher is more anomalous.</summary>
    /// <param name="rows"><c>[n, InputSize]</c> raw values.</param>
    /// <param name="withErrors">Whether to return one error per feature as well. Default: false.</param>
    /// <returns>One score per row.</returns>
    public Scores Score(ReadOnlySpan<float> rows, bool withErrors = false)
    {
        var values = new float[rows.Length / InputSize];
        var errors = withErrors ? new float[rows.Length] : null;
        Score(rows, values, errors);
        return new(values, errors);
    }

    /// <summary>Scores rows into the caller's memory.</summary>
    /// <param name="rows"><c>[n, InputSize]</c> raw values.</param>
    /// <param name="scores">Receives <c>[n]</c> scores.</param>
    /// <param name="errors">Receives <c>[n, InputSize]</c> errors; empty to skip them.</param>
    public void Score(ReadOnlySpan<float> rows, Span<float> scores, Span<float> errors = default)
    {
        using var use = lifetime.Enter();
        var score = requirements.Graph(graphs.Score, "Score", "score");
        var count = CountRows(rows, "Score", nameof(rows));
        RowArguments.CheckDestination(scores, count, 1, "Score", nameof(scores));
        if (!errors.IsEmpty)
        {
            requirements.Output(score, "Score", TensorRole.Errors);
            RowArguments.CheckDestination(errors, count, InputSize, "Score", nameof(errors));
        }
        score.Run(rows, count, scores, errors);
    }

    /// <summary>Decides for each row whether it is an anomaly.</summary>
    /// <param name="rows"><c>[n, InputSize]</c> raw values.</param>
    /// <param name="threshold">The threshold above which a row is an anomaly. Default: <see cref="DefaultThreshold"/>.</param>
    /// <returns>One verdict per row, in order.</returns>
    /// <exception cref="InputException">The bundle does not list the quantile; the message lists those it has.</exception>
    public IReadOnlyList<Verdict> Detect(ReadOnlySpan<float> rows, Threshold? threshold = null)
    {
        var verdicts = new Verdict[rows.Length / InputSize];
        Detect(rows, verdicts, threshold);
        return verdicts;
    }

    /// <summary>Decides for each row whether it is an anomaly, into the caller's memory.</summary>
    /// <param name="rows"><c>[n, InputSize]</c> raw values.</param>
    /// <param name="verdicts">Receives <c>[n]</c> verdicts.</param>
    /// <param name="threshold">The threshold above which a row is an anomaly. Default: <see cref="DefaultThreshold"/>.</param>
    /// <exception cref="InputException">The bundle does not list the quantile; the message lists those it has.</exception>
    public void Detect(ReadOnlySpan<float> rows, Span<Verdict> verdicts, Threshold? threshold = null)
    {
        using var use = lifetime.Enter();
        var score = requirements.Graph(graphs.Score, "Detect", "score");
        var count = CountRows(rows, "Detect", nameof(rows));
        if (verdicts.Length != count)
            throw new ShapeException(
                "The destination does not have the size of the result.", "Detect", nameof(verdicts),
                $"{count} verdicts", $"{verdicts.Length} verdicts", "pass a span of exactly this length.");
        var limit = ScoreOf(threshold);

        using var scores = new PooledBuffer(count);
        score.Run(rows, count, scores.Span);
        for (var row = 0; row < count; row++)
            verdicts[row] = new(row, scores.Span[row], limit);
    }

    /// <summary>Resolves a threshold to a score: the largest that counts as normal.</summary>
    /// <param name="threshold">The threshold above which a row is an anomaly. Default: <see cref="DefaultThreshold"/>.</param>
    /// <exception cref="InputException">The bundle does not list the quantile; the message lists those it has.</exception>
    public double ScoreOf(Threshold? threshold = null) => thresholds.Resolve(threshold ?? DefaultThreshold);
}
