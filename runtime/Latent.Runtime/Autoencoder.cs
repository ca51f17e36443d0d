using System.Globalization;
using Latent.Bundles;

namespace Latent.Runtime;

/// <summary>
/// A trained model, ready to run. Rows are float values one after the other (row-major); how many there are follows from
/// the length.
/// </summary>
/// <remarks>
/// Every verb has an overload that returns arrays and one that writes into the caller's memory; the latter allocates
/// nothing in steady state. Verbs may be called from many threads at once. Disposing while calls run is safe: they end,
/// later ones throw <see cref="ObjectDisposedException"/>. Every verb throws <see cref="ShapeException"/> for part rows, no
/// rows and destinations of another length, <see cref="InputException"/> for values that are not finite,
/// <see cref="UnsupportedVerbException"/> when the bundle lacks what the verb needs, and <see cref="BundleException"/> when
/// a graph cannot be loaded or run. The last bits of a result may depend on the batch it is part of, on where its memory
/// lies and on the machine: ONNX Runtime adds in the order that is fastest there.
/// </remarks>
/// <example>
/// <code>
/// using var model = Autoencoder.Load("models/mnist-vae");
/// foreach (var verdict in model.Detect(images))
///     Console.WriteLine(verdict);
/// </code>
/// </example>
public sealed partial class Autoencoder : IDisposable
{
    private const int FewestSteps = 2;

    private readonly Bundle bundle;
    private readonly DeviceChoice choice;
    private readonly RuntimeOptions options;
    private readonly ModelGraphs graphs;
    private readonly Lifetime lifetime;
    private readonly Needs needs;
    private readonly Thresholds thresholds;

    private Autoencoder(Bundle bundle, DeviceChoice choice, ModelGraphs graphs, RuntimeOptions options)
    {
        (this.bundle, this.choice, this.graphs, this.options) = (bundle, choice, graphs, options);
        lifetime = new(nameof(Autoencoder), graphs.Dispose);
        needs = new(bundle.Manifest);
        thresholds = new(bundle.Manifest);
        InputSize = (int)bundle.Manifest.Input.Shape.Aggregate((product, size) => product * size);
        LatentSize = (int)bundle.Manifest.Latent.Size;
        table = new(() => new(InputSize, bundle.Manifest.Input.Features, WordVocabulary.Of(bundle)));
    }

    /// <summary>What the bundle says about the model.</summary>
    public BundleManifest Manifest => bundle.Manifest;

    /// <summary>The bundle that was loaded.</summary>
    public Bundle Bundle => bundle;

    /// <summary>The device the model runs on: the one asked for, or what <see cref="Device.Auto"/> chose.</summary>
    public Device Device => choice.Device;

    /// <summary>Why it is this device.</summary>
    public string DeviceReason => choice.Reason;

    /// <summary>Values in one input row.</summary>
    public int InputSize { get; }

    /// <summary>Values in one code.</summary>
    public int LatentSize { get; }

    /// <summary>Roles of the graphs the bundle has, such as <c>encode</c>, in order.</summary>
    public IEnumerable<string> Graphs => bundle.Manifest.Graphs.Keys;

    /// <summary>
    /// Loads a bundle. The whole bundle is checked first; each graph is opened when it is first needed, except that one is
    /// opened at once on a GPU, to find out here whether the GPU can be used.
    /// </summary>
    /// <param name="path">The bundle's folder.</param>
    /// <param name="options">Device, threads, batch size. Default: as <see cref="RuntimeOptions"/>.</param>
    /// <returns>The model; dispose it when it is no longer needed.</returns>
    /// <exception cref="BundleException">The bundle is missing, damaged, of a newer format, or not one that rows can be fed to.</exception>
    /// <exception cref="DeviceException">The device that was asked for cannot be used.</exception>
    public static Autoencoder Load(string path, RuntimeOptions? options = null)
    {
        options = RuntimeOptionsCheck.Checked(options);
        var bundle = Bundle.Open(path, options.VerifyHashes);
        var (choice, graphs) = DeviceChooser.Open(
            options.Device, Sessions.Choose(options), device => ModelGraphs.Open(bundle, device, options));
        return new(bundle, choice, graphs, options);
    }

    /// <summary>Encodes rows. The mean, never a draw.</summary>
    /// <param name="rows"><c>[n, InputSize]</c> raw values.</param>
    /// <returns>Codes, and their log variances where the family has them.</returns>
    public Codes Encode(ReadOnlySpan<float> rows)
    {
        var mean = Arguments.NewArray(rows.Length / InputSize, LatentSize, "Encode", nameof(rows));
        var logVariance = graphs.Encode?.Second is null ? null : new float[mean.Length];
        Encode(rows, mean, logVariance);
        return new(mean, logVariance, LatentSize);
    }

    /// <summary>Encodes rows into the caller's memory.</summary>
    /// <param name="rows"><c>[n, InputSize]</c> raw values.</param>
    /// <param name="mean">Receives <c>[n, LatentSize]</c> codes.</param>
    /// <param name="logVariance">Receives <c>[n, LatentSize]</c> log variances; empty when they are not wanted.</param>
    public void Encode(ReadOnlySpan<float> rows, Span<float> mean, Span<float> logVariance = default)
    {
        using var use = lifetime.Enter();
        var encode = needs.Graph(graphs.Encode, "Encode", "encode");
        var count = CountRows(rows, "Encode", nameof(rows));
        Arguments.CheckDestination(mean, count, LatentSize, "Encode", nameof(mean));
        if (!logVariance.IsEmpty)
        {
            needs.Output(encode, "Encode", TensorRole.LogVariance);
            Arguments.CheckDestination(logVariance, count, LatentSize, "Encode", nameof(logVariance));
        }
        encode.Run(rows, count, mean, logVariance);
    }

    /// <summary>Decodes codes.</summary>
    /// <param name="codes"><c>[n, LatentSize]</c>.</param>
    /// <returns><c>[n, InputSize]</c> rows.</returns>
    public float[] Decode(ReadOnlySpan<float> codes)
    {
        var rows = Arguments.NewArray(codes.Length / LatentSize, InputSize, "Decode", nameof(codes));
        Decode(codes, rows);
        return rows;
    }

    /// <summary>Decodes codes into the caller's memory.</summary>
    /// <param name="codes"><c>[n, LatentSize]</c>.</param>
    /// <param name="rows">Receives <c>[n, InputSize]</c> rows.</param>
    public void Decode(ReadOnlySpan<float> codes, Span<float> rows)
    {
        using var use = lifetime.Enter();
        var decode = needs.Graph(graphs.Decode, "Decode", "decode");
        var count = Arguments.CountRows(codes, LatentSize, "Decode", nameof(codes));
        Arguments.CheckDestination(rows, count, InputSize, "Decode", nameof(rows));
        decode.Run(codes, count, rows);
    }

    /// <summary>Encodes and decodes rows.</summary>
    /// <param name="rows"><c>[n, InputSize]</c> raw values.</param>
    /// <returns><c>[n, InputSize]</c> rows as the model redraws them.</returns>
    public float[] Reconstruct(ReadOnlySpan<float> rows)
    {
        var reconstruction = new float[rows.Length];
        Reconstruct(rows, reconstruction);
        return reconstruction;
    }

    /// <summary>Encodes and decodes rows into the caller's memory.</summary>
    /// <param name="rows"><c>[n, InputSize]</c> raw values.</param>
    /// <param name="reconstruction">Receives <c>[n, InputSize]</c> rows as the model redraws them.</param>
    public void Reconstruct(ReadOnlySpan<float> rows, Span<float> reconstruction)
    {
        using var use = lifetime.Enter();
        var reconstruct = needs.Graph(graphs.Reconstruct, "Reconstruct", "reconstruct");
        var count = CountRows(rows, "Reconstruct", nameof(rows));
        Arguments.CheckDestination(reconstruction, count, InputSize, "Reconstruct", nameof(reconstruction));
        reconstruct.Run(rows, count, reconstruction);
    }

    /// <summary>Scores rows: higher is stranger.</summary>
    /// <param name="rows"><c>[n, InputSize]</c> raw values.</param>
    /// <param name="withErrors">True also returns one error a feature. Default: false.</param>
    /// <returns>One score a row.</returns>
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
    /// <param name="errors">Receives <c>[n, InputSize]</c> errors; empty when they are not wanted.</param>
    public void Score(ReadOnlySpan<float> rows, Span<float> scores, Span<float> errors = default)
    {
        using var use = lifetime.Enter();
        var score = needs.Graph(graphs.Score, "Score", "score");
        var count = CountRows(rows, "Score", nameof(rows));
        Arguments.CheckDestination(scores, count, 1, "Score", nameof(scores));
        if (!errors.IsEmpty)
        {
            needs.Output(score, "Score", TensorRole.Errors);
            Arguments.CheckDestination(errors, count, InputSize, "Score", nameof(errors));
        }
        score.Run(rows, count, scores, errors);
    }

    /// <summary>Says of each row whether it is an anomaly.</summary>
    /// <param name="rows"><c>[n, InputSize]</c> raw values.</param>
    /// <param name="threshold">Where anomalies begin. Default: <see cref="DefaultThreshold"/>.</param>
    /// <returns>One verdict a row, in order.</returns>
    /// <exception cref="InputException">The bundle does not list the quantile; the message lists those it has.</exception>
    public IReadOnlyList<Verdict> Detect(ReadOnlySpan<float> rows, Threshold? threshold = null)
    {
        var verdicts = new Verdict[rows.Length / InputSize];
        Detect(rows, verdicts, threshold);
        return verdicts;
    }

    /// <summary>Says of each row whether it is an anomaly, into the caller's memory.</summary>
    /// <param name="rows"><c>[n, InputSize]</c> raw values.</param>
    /// <param name="verdicts">Receives <c>[n]</c> verdicts.</param>
    /// <param name="threshold">Where anomalies begin. Default: <see cref="DefaultThreshold"/>.</param>
    /// <exception cref="InputException">The bundle does not list the quantile; the message lists those it has.</exception>
    public void Detect(ReadOnlySpan<float> rows, Span<Verdict> verdicts, Threshold? threshold = null)
    {
        using var use = lifetime.Enter();
        var score = needs.Graph(graphs.Score, "Detect", "score");
        var count = CountRows(rows, "Detect", nameof(rows));
        if (verdicts.Length != count)
            throw new ShapeException(
                "The destination does not have the size of the result.", "Detect", nameof(verdicts),
                $"{count} verdicts", $"{verdicts.Length} verdicts", "pass a span of exactly this length.");
        var limit = thresholds.Resolve(threshold ?? DefaultThreshold);

        using var scores = new Rented(count);
        score.Run(rows, count, scores.Span);
        for (var row = 0; row < count; row++)
            verdicts[row] = new(row, scores.Span[row], limit);
    }

    /// <summary>Draws rows from the model: codes from the prior, decoded.</summary>
    /// <param name="count">How many, 1 or more.</param>
    /// <param name="seed">The same seed draws the same codes, on every machine and in whatever batches.</param>
    /// <param name="temperature">Factor on the deviation of the codes, 0 or more: below 1 more typical, above 1 more varied. Default: 1.</param>
    /// <returns><c>[count, InputSize]</c> rows.</returns>
    /// <exception cref="UnsupportedVerbException">The family has no prior to draw from.</exception>
    public float[] Sample(int count, long seed, double temperature = 1)
    {
        if (count < 1)
            throw new InputException("There is nothing to draw.", "Sample", nameof(count), "1 or more", count.ToString(CultureInfo.InvariantCulture), "ask for at least one row.");
        var rows = Arguments.NewArray(count, InputSize, "Sample", nameof(count));
        Sample(rows, seed, temperature);
        return rows;
    }

    /// <summary>Draws rows from the model into the caller's memory: codes from the prior, decoded.</summary>
    /// <param name="rows">Receives <c>[n, InputSize]</c> rows; its length says how many.</param>
    /// <param name="seed">The same seed draws the same codes, on every machine and in whatever batches.</param>
    /// <param name="temperature">Factor on the deviation of the codes, 0 or more: below 1 more typical, above 1 more varied. Default: 1.</param>
    /// <exception cref="UnsupportedVerbException">The family has no prior to draw from.</exception>
    public void Sample(Span<float> rows, long seed, double temperature = 1)
    {
        using var use = lifetime.Enter();
        needs.Prior("Sample");
        var decode = needs.Graph(graphs.Decode, "Sample", "decode");
        if (rows.IsEmpty || rows.Length % InputSize != 0)
            throw new ShapeException(
                "The destination is not a whole number of rows.", "Sample", nameof(rows), $"a multiple of {InputSize} values, {InputSize} a row",
                $"{rows.Length} values", "pass a span for whole rows.");
        if (!float.IsFinite((float)temperature) || temperature < 0)
            throw new InputException(
                "The temperature is not a factor.", "Sample", nameof(temperature), "a number of float32 range, 0 or more",
                temperature.ToString(CultureInfo.InvariantCulture), "use 1 for the model's own prior.");

        var count = rows.Length / InputSize;
        var random = new PhiloxStream(seed, RandomStreams.Prior);
        using var codes = new Rented((long)Math.Min(count, options.MaxBatch) * LatentSize);
        for (var done = 0; done < count; done += options.MaxBatch)
        {
            var part = Math.Min(options.MaxBatch, count - done);
            var drawn = codes.Span[..(part * LatentSize)];
            random.FillGaussian((long)done * LatentSize, drawn);
            foreach (ref var value in drawn)
                value *= (float)temperature;
            decode.Run(drawn, part, rows.Slice(done * InputSize, part * InputSize));
        }
    }

    /// <summary>Draws one code for each row from its posterior: mean + exp(log variance / 2) times a normal draw.</summary>
    /// <param name="rows"><c>[n, InputSize]</c> raw values.</param>
    /// <param name="seed">The same seed makes the same draws, on every machine and in whatever batches.</param>
    /// <returns><c>[n, LatentSize]</c> codes.</returns>
    /// <exception cref="UnsupportedVerbException">The family has no posterior.</exception>
    public float[] SamplePosterior(ReadOnlySpan<float> rows, long seed)
    {
        var codes = Arguments.NewArray(rows.Length / InputSize, LatentSize, "SamplePosterior", nameof(rows));
        SamplePosterior(rows, codes, seed);
        return codes;
    }

    /// <summary>Draws one code for each row from its posterior, into the caller's memory.</summary>
    /// <param name="rows"><c>[n, InputSize]</c> raw values.</param>
    /// <param name="codes">Receives <c>[n, LatentSize]</c> codes.</param>
    /// <param name="seed">The same seed makes the same draws, on every machine and in whatever batches.</param>
    /// <exception cref="UnsupportedVerbException">The family has no posterior.</exception>
    public void SamplePosterior(ReadOnlySpan<float> rows, Span<float> codes, long seed)
    {
        using var use = lifetime.Enter();
        var encode = needs.Graph(graphs.Encode, "SamplePosterior", "encode");
        needs.Output(encode, "SamplePosterior", TensorRole.LogVariance);
        var count = CountRows(rows, "SamplePosterior", nameof(rows));
        Arguments.CheckDestination(codes, count, LatentSize, "SamplePosterior", nameof(codes));

        using var logVariance = new Rented(codes.Length);
        encode.Run(rows, count, codes, logVariance.Span);
        var random = new PhiloxStream(seed, RandomStreams.Posterior);
        for (var i = 0; i < codes.Length; i++)
            codes[i] += MathF.Exp(logVariance.Span[i] / 2) * random.Gaussian(i);
    }

    /// <summary>Decodes points on the way between the codes of two rows, both ends included.</summary>
    /// <param name="from">One row, <c>[InputSize]</c> raw values.</param>
    /// <param name="to">One row, <c>[InputSize]</c> raw values.</param>
    /// <param name="steps">How many points, 2 or more.</param>
    /// <param name="kind">The path. Default: the straight line.</param>
    /// <returns><c>[steps, InputSize]</c> rows.</returns>
    public float[] Interpolate(
        ReadOnlySpan<float> from, ReadOnlySpan<float> to, int steps, InterpolationKind kind = InterpolationKind.Linear)
    {
        if (steps < FewestSteps)
            throw new InputException(
                "There are too few steps.", "Interpolate", nameof(steps), $"{FewestSteps} or more",
                steps.ToString(CultureInfo.InvariantCulture), "the two ends count as steps.");
        var rows = Arguments.NewArray(steps, InputSize, "Interpolate", nameof(steps));
        Interpolate(from, to, rows, kind);
        return rows;
    }

    /// <summary>Decodes points on the way between the codes of two rows, into the caller's memory.</summary>
    /// <param name="from">One row, <c>[InputSize]</c> raw values.</param>
    /// <param name="to">One row, <c>[InputSize]</c> raw values.</param>
    /// <param name="rows">Receives <c>[steps, InputSize]</c> rows, 2 or more; its length says how many.</param>
    /// <param name="kind">The path. Default: the straight line.</param>
    public void Interpolate(
        ReadOnlySpan<float> from, ReadOnlySpan<float> to, Span<float> rows, InterpolationKind kind = InterpolationKind.Linear)
    {
        using var use = lifetime.Enter();
        var encode = needs.Graph(graphs.Encode, "Interpolate", "encode");
        var decode = needs.Graph(graphs.Decode, "Interpolate", "decode");
        CheckOneRow(from, nameof(from));
        CheckOneRow(to, nameof(to));
        if (rows.Length / InputSize < FewestSteps || rows.Length % InputSize != 0)
            throw new ShapeException(
                "The destination is not a whole number of rows, 2 or more.", "Interpolate", nameof(rows),
                $"a multiple of {InputSize} values, {InputSize} a row", $"{rows.Length} values", "pass a span for whole rows.");

        var steps = rows.Length / InputSize;
        using var ends = new Rented(2L * LatentSize);
        using var codes = new Rented((long)steps * LatentSize);
        encode.Run(from, 1, ends.Span[..LatentSize]);
        encode.Run(to, 1, ends.Span[LatentSize..]);
        LatentPath.Fill(ends.Span[..LatentSize], ends.Span[LatentSize..], steps, kind, codes.Span);
        decode.Run(codes.Span, steps, rows);
    }

    /// <summary>Runs the golden vectors of the bundle on this device and compares.</summary>
    /// <returns>The largest difference of each graph; a graph without golden vectors has none and does not pass.</returns>
    /// <exception cref="BundleException">A golden file is damaged, or a graph cannot be loaded or run.</exception>
    public VerificationReport Verify()
    {
        using var use = lifetime.Enter();
        var tolerance = Manifest.Parity?.Tolerance ?? VerificationReport.DefaultTolerance;
        var exact = options with { Device = Device };
        return new([.. Manifest.Graphs.Select(graph => Verify(graph.Key, bundle.PathOf(graph.Value), exact, tolerance))]);
    }

    /// <summary>Releases the model. Calls that run end first; later ones throw.</summary>
    public void Dispose() => lifetime.Dispose();

    private GraphVerification Verify(string role, string path, RuntimeOptions exact, double tolerance) => bundle.ReadGolden(role) is { } golden
        ? GoldenRun.Run(role, path, golden, exact, tolerance)
        : new(role, null, tolerance);

    private int CountRows(ReadOnlySpan<float> rows, string verb, string argument) =>
        Arguments.CountRows(rows, InputSize, verb, argument, Manifest.Input.Features);

    private void CheckOneRow(ReadOnlySpan<float> row, string argument)
    {
        if (row.Length != InputSize)
            throw new ShapeException(
                "The values are not one row.", "Interpolate", argument, $"{InputSize} values", $"{row.Length} values", "pass one row.");
        CountRows(row, "Interpolate", argument);
    }
}
