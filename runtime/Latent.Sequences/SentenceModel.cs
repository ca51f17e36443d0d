using System.Globalization;
using Latent.Bundles;
using Latent.Runtime;

namespace Latent.Sequences;

/// <summary>
/// A trained sentence model, ready to run: encodes and decodes texts, samples new texts, paraphrases, and interpolates between
/// two texts. Operations may run concurrently. Disposing while calls run is safe: they finish, and later calls throw.
/// </summary>
/// <example>
/// <code>
/// using var model = SentenceModel.Load("models/verses-vae");
/// foreach (var text in model.Paraphrase("And God said, Let there be light.", count: 5, temperature: 0.7, seed: 1))
///     Console.WriteLine(text);
/// </code>
/// </example>
public sealed class SentenceModel : IDisposable
{
    private const int MinSteps = 2;
    // Bounds the resampling of duplicate paraphrases.
    private const int MaxRounds = 8;

    private readonly Autoencoder model;
    private readonly StepGraph step;
    private readonly SequenceDecoder decoder;
    private readonly TextRows rows;
    private readonly Lifetime lifetime;

    private SentenceModel(Autoencoder model, StepGraph step, TokenVocabulary vocabulary, ITokenizer tokenizer)
    {
        (this.model, this.step, Vocabulary) = (model, step, vocabulary);
        decoder = new SequenceDecoder(step, model.InputSize);
        rows = new TextRows(vocabulary, tokenizer, model.InputSize);
        lifetime = new(nameof(SentenceModel), Release);
    }

    /// <summary>The manifest of the bundle.</summary>
    public BundleManifest Manifest => model.Manifest;

    /// <summary>The token vocabulary of the model.</summary>
    public TokenVocabulary Vocabulary { get; }

    /// <summary>The latent dimension.</summary>
    public int LatentSize => model.LatentSize;

    /// <summary>The maximum number of tokens in a text.</summary>
    public int MaxTokens => model.InputSize - 1;

    /// <summary>Returns whether a bundle is a model of token sequences.</summary>
    public static bool Knows(BundleManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        return manifest.Vocabulary is not null && manifest.Graphs.ContainsKey("step") && manifest.Graphs.ContainsKey("encode");
    }

    /// <summary>Loads a bundle. The whole bundle is checked first.</summary>
    /// <param name="path">The bundle's folder.</param>
    /// <param name="options">Device, threads, batch size. Default: as <see cref="RuntimeOptions"/>.</param>
    /// <param name="tokenizers">Tokenizers that the vocabulary may name beside <see cref="WordTokenizer"/>.</param>
    /// <exception cref="BundleException">The bundle is missing, damaged, of a newer format, or not a sentence model.</exception>
    /// <exception cref="DeviceException">The requested device cannot be used.</exception>
    public static SentenceModel Load(string path, RuntimeOptions? options = null, params IReadOnlyList<ITokenizer> tokenizers)
    {
        var model = Autoencoder.Load(path, options);
        try
        {
            if (!Knows(model.Manifest))
                throw new BundleException(
                    "The bundle is not a sentence model.", Path.Combine(model.Bundle.Folder, "bundle.json"),
                    "a vocabulary and the graphs encode and step",
                    $"family {model.Manifest.Family}, graphs {string.Join(", ", model.Graphs)}", "load it with Autoencoder.");
            var vocabulary = TokenVocabulary.Read(model.Bundle.GetPath(model.Manifest.Vocabulary!));
            var tokenizer = Tokenizers.Create(vocabulary, tokenizers);
            var graph = model.Manifest.Graphs["step"];
            return new(model, new StepGraph(model.Bundle.GetPath(graph), graph.Inputs, graph.Outputs, options), vocabulary, tokenizer);
        }
        catch
        {
            model.Dispose();
            throw;
        }
    }

    /// <summary>Encodes texts. Returns the mean, never a sample.</summary>
    /// <param name="texts">Texts of 1 to <see cref="MaxTokens"/> tokens; out-of-vocabulary words become the unknown token.</param>
    /// <returns>The codes and their log variances.</returns>
    /// <exception cref="InputException">A text has no tokens, or too many, or is not valid Unicode.</exception>
    public LatentCodes Encode(params IReadOnlyList<string> texts)
    {
        using var use = lifetime.Enter();
        return CodesOf(texts);
    }

    /// <summary>Decodes codes to texts.</summary>
    /// <param name="codes">Codes, <c>[n, LatentSize]</c>.</param>
    /// <param name="options">The decoding options. Default: greedy decoding.</param>
    /// <param name="seed">The same seed samples the same tokens on every machine, except for rounding differences.</param>
    public IReadOnlyList<string> Decode(float[] codes, DecodingOptions? options = null, long seed = 0)
    {
        using var use = lifetime.Enter();
        return TextsOf(codes, options, seed);
    }

    /// <summary>Encodes texts and decodes their codes.</summary>
    /// <param name="texts">The texts, as for <see cref="Encode"/>.</param>
    /// <param name="options">The decoding options. Default: greedy decoding.</param>
    public IReadOnlyList<string> Reconstruct(IReadOnlyList<string> texts, DecodingOptions? options = null)
    {
        using var use = lifetime.Enter();
        return TextsOf(CodesOf(texts).Mean, options);
    }

    /// <summary>
    /// Scores texts by their negative evidence lower bound in nats, with the posterior mean in place of a sample. Higher is more
    /// anomalous.
    /// </summary>
    /// <param name="texts">The texts, as for <see cref="Encode"/>.</param>
    public IReadOnlyList<float> Score(params IReadOnlyList<string> texts)
    {
        using var use = lifetime.Enter();
        return model.Score(rows.Encode(texts, "Score")).Values;
    }

    /// <summary>Samples new texts: codes from the prior, decoded.</summary>
    /// <param name="count">The number of texts, 1 or more.</param>
    /// <param name="seed">The same seed gives the same codes on every machine.</param>
    /// <param name="temperature">Factor on the standard deviation of the codes, 0 or more. Default: 1.</param>
    /// <param name="options">The decoding options. Default: greedy decoding.</param>
    /// <param name="truncation">
    /// The maximum magnitude of a latent before the temperature is applied, in standard deviations, 0.1 or more. Default: none.
    /// </param>
    public IReadOnlyList<string> Sample(
        int count,
        long seed,
        double temperature = 1,
        DecodingOptions? options = null,
        double truncation = double.PositiveInfinity)
    {
        using var use = lifetime.Enter();
        CheckCount(count, "Sample");
        var codes = new float[count * LatentSize];
        new PriorSampler(seed, temperature, truncation, "Sample").Fill(0, codes);
        return TextsOf(codes, options, seed);
    }

    /// <summary>
    /// Paraphrases a text: samples codes from its posterior and decodes them. Duplicate texts are resampled, up to eight times
    /// <paramref name="count"/> samples in total.
    /// </summary>
    /// <param name="text">The text, as for <see cref="Encode"/>.</param>
    /// <param name="count">The number of paraphrases, 1 or more; fewer are returned if the samples do not differ.</param>
    /// <param name="temperature">
    /// Factor on the standard deviation of the codes, 0 or more: larger values stray further from the text. Default: 0.7.
    /// </param>
    /// <param name="seed">The same seed gives the same codes on every machine.</param>
    /// <param name="options">The decoding options. Default: greedy decoding.</param>
    public IReadOnlyList<string> Paraphrase(
        string text,
        int count = 5,
        double temperature = 0.7,
        long seed = 0,
        DecodingOptions? options = null)
    {
        using var use = lifetime.Enter();
        ArgumentNullException.ThrowIfNull(text);
        CheckCount(count, "Paraphrase");
        CheckTemperature(temperature, "Paraphrase");
        var posterior = CodesOf([text]);
        var sampler = new PosteriorSampler(new PhiloxStream(seed, RandomStreams.Posterior));
        var found = new List<string>();
        for (var round = 0; round < MaxRounds && found.Count < count; round++)
        {
            var codes = Sample(posterior, count, round, (float)temperature, sampler);
            found.AddRange(TextsOf(codes, options, seed + round).Distinct().Except(found).Take(count - found.Count));
        }

        return found;
    }

    /// <summary>Interpolates between the codes of two texts and decodes the points, both ends included.</summary>
    /// <param name="from">The first text.</param>
    /// <param name="to">The last text.</param>
    /// <param name="steps">The number of points, 2 or more.</param>
    /// <param name="kind">The interpolation path. Default: linear.</param>
    /// <param name="options">The decoding options. Default: greedy decoding.</param>
    public IReadOnlyList<string> Interpolate(
        string from,
        string to,
        int steps = 8,
        InterpolationKind kind = InterpolationKind.Linear,
        DecodingOptions? options = null)
    {
        using var use = lifetime.Enter();
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        if (steps < MinSteps)
            throw new InputException(
                "The number of steps is out of range.", "Interpolate", nameof(steps), $"{MinSteps} or more",
                steps.ToString(CultureInfo.InvariantCulture), "pass 2 or more: both ends count as steps.");
        var ends = CodesOf([from, to]).Mean;
        var codes = new float[steps * LatentSize];
        LatentPath.Fill(ends.AsSpan(0, LatentSize), ends.AsSpan(LatentSize), steps, kind, codes);
        return TextsOf(codes, options);
    }

    /// <summary>Returns the out-of-vocabulary words of a text, in order.</summary>
    public IReadOnlyList<string> UnknownTokens(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return rows.UnknownTokens(text);
    }

    /// <summary>Releases the graphs. Calls that run end first; later ones throw.</summary>
    public void Dispose() => lifetime.Dispose();

    private void Release()
    {
        step.Dispose();
        model.Dispose();
    }

    private LatentCodes CodesOf(IReadOnlyList<string> texts) => model.Encode(rows.Encode(texts, "Encode"));

    private IReadOnlyList<string> TextsOf(float[] codes, DecodingOptions? options, long seed = 0) =>
        [.. decoder.Decode(codes, options, seed).Select(rows.TextOf)];

    private float[] Sample(LatentCodes posterior, int count, int round, float temperature, PosteriorSampler sampler)
    {
        var codes = new float[count * LatentSize];
        sampler.Fill((long)round * codes.Length, posterior.Mean, posterior.LogVariance!, codes, temperature);
        return codes;
    }

    private static void CheckCount(int count, string operation)
    {
        if (count < 1)
            throw new InputException(
                "The number of texts is out of range.", operation, nameof(count), "1 or more", count.ToString(CultureInfo.InvariantCulture),
                "ask for at least one text.");
    }

    private static void CheckTemperature(double temperature, string operation)
    {
        if (!float.IsFinite((float)temperature) || temperature < 0)
            throw new InputException(
                "The temperature is out of range.", operation, nameof(temperature), "a number in the float32 range, 0 or more",
                temperature.ToString(CultureInfo.InvariantCulture), "use 1 for the model's own standard deviation.");
    }
}
