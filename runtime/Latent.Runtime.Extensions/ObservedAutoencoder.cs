namespace Latent.Runtime.Extensions;

/// <summary>
/// A registered autoencoder whose calls are counted, timed and traced under <see cref="LatentTelemetry.Name"/>. Its operations are
/// those of <see cref="Autoencoder"/>, and equally thread-safe; other operations are available on <see cref="Model"/>, unobserved.
/// </summary>
public sealed class ObservedAutoencoder
{
    private readonly CallMeter meter;

    internal ObservedAutoencoder(string name, Autoencoder model, Threshold threshold, CallMeter meter) =>
        (Name, Model, Threshold, this.meter) = (name, model, threshold, meter);

    private delegate TResult Work<TState, TResult>(Autoencoder model, ReadOnlySpan<float> values, TState state);

    /// <summary>The name under which it is registered.</summary>
    public string Name { get; }

    /// <summary>The model itself.</summary>
    public Autoencoder Model { get; }

    /// <summary>The threshold of calls that pass none: from the options, otherwise from the bundle.</summary>
    public Threshold Threshold { get; }

    /// <summary>Same as <see cref="Autoencoder.Encode(ReadOnlySpan{float})"/>.</summary>
    /// <param name="rows"><c>[n, InputSize]</c> raw values.</param>
    public LatentCodes Encode(ReadOnlySpan<float> rows)
        => Run("encode", rows, Model.InputSize, 0, static (model, rows, _) => model.Encode(rows));

    /// <summary>Same as <see cref="Autoencoder.Decode(ReadOnlySpan{float})"/>.</summary>
    /// <param name="codes"><c>[n, LatentSize]</c>.</param>
    public float[] Decode(ReadOnlySpan<float> codes)
        => Run("decode", codes, Model.LatentSize, 0, static (model, codes, _) => model.Decode(codes));

    /// <summary>Same as <see cref="Autoencoder.Reconstruct(ReadOnlySpan{float})"/>.</summary>
    /// <param name="rows"><c>[n, InputSize]</c> raw values.</param>
    public float[] Reconstruct(ReadOnlySpan<float> rows)
        => Run("reconstruct", rows, Model.InputSize, 0, static (model, rows, _) => model.Reconstruct(rows));

    /// <summary>Same as <see cref="Autoencoder.Score(ReadOnlySpan{float}, bool)"/>.</summary>
    /// <param name="rows"><c>[n, InputSize]</c> raw values.</param>
    /// <param name="withErrors">Whether to return one error per value too. Default: false.</param>
    public Scores Score(ReadOnlySpan<float> rows, bool withErrors = false) =>
        Run("score", rows, Model.InputSize, withErrors, static (model, rows, withErrors) => model.Score(rows, withErrors));

    /// <summary>Same as <see cref="Autoencoder.Detect(ReadOnlySpan{float}, Runtime.Threshold?)"/>.</summary>
    /// <param name="rows"><c>[n, InputSize]</c> raw values.</param>
    /// <param name="threshold">The threshold above which a row is an anomaly. Default: <see cref="Threshold"/>.</param>
    public IReadOnlyList<Verdict> Detect(ReadOnlySpan<float> rows, Threshold? threshold = null) => Run(
        "detect", rows, Model.InputSize, threshold ?? Threshold, static (model, rows, threshold) => model.Detect(rows, threshold),
        static verdicts => verdicts.Count(verdict => verdict.IsAnomaly));

    /// <summary>Same as <see cref="Autoencoder.Explain(ReadOnlySpan{float}, Runtime.Threshold?, int)"/>.</summary>
    /// <param name="rows"><c>[n, InputSize]</c> raw values.</param>
    /// <param name="threshold">The threshold above which a row is an anomaly. Default: <see cref="Threshold"/>.</param>
    /// <param name="contributions">The number of features to report per row, 1 or more. Default: 3.</param>
    public IReadOnlyList<Explanation> Explain(ReadOnlySpan<float> rows, Threshold? threshold = null, int contributions = 3) => Run(
        "explain", rows, Model.InputSize, (Threshold: threshold ?? Threshold, contributions), static (model, rows, state) => model.Explain(
            rows,
            state.Threshold,
            state.contributions),
        static explanations => explanations.Count(explanation => explanation.Verdict.IsAnomaly));

    private TResult Run<TState, TResult>(
        string operation,
        ReadOnlySpan<float> values,
        int size,
        TState state,
        Work<TState, TResult> work,
        Func<TResult, int>? anomalies = null)
    {
        using var call = meter.Start(Name, operation);
        try
        {
            var result = work(Model, values, state);
            call.Succeed(values.Length / size, anomalies?.Invoke(result) ?? 0);
            return result;
        }
        catch (Exception exception)
        {
            call.Fail(exception);
            throw;
        }
    }
}
