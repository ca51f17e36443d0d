using System.Globalization;
using Latent.Bundles;
using Latent.Runtime;

namespace Latent.Sequences;

/// <summary>
/// A trained model of sentences, ready to run: texts to codes and back, new texts, paraphrases, and what lies between two
/// texts. Verbs may be called from many threads at once; disposing while calls run is safe.
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

    /// <summary>What the bundle says about the model.</summary>
    public BundleManifest Manifest => model.Manifest;

    /// <summary>The tokens that the model knows.</summary>
    public TokenVocabulary Vocabulary { get; }

    /// <summary>Values in one code.</summary>
    public int LatentSize => model.LatentSize;

    /// <summary>How many tokens a text may have.</summary>
    public int MaxTokens => model.InputSize - 1;

    /// <summary>Whether a bundle is a model of sequences of tokens.</summary>
    public static bool Knows(BundleManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        return manifest.Vocabulary is not null && manifest.Graphs.ContainsKey("step") && manifest.Graphs.ContainsKey("encode");
    }

    /// <summary>Loads a bundle. The whole bundle is checked first.</summary>
    /// <param name="path">The bundle's folder.</param>
    /// <param name="options">Device, threads, batch size. Default: as <see cref="RuntimeOptions"/>.</param>
    /// <param name="tokenizers">Tokenizers that the vocabulary may name beside <see cref="WordTokenizer"/>.</param>
    /// <exception cref="BundleException">The bundle is missing, damaged, of a newer format, or no model of sentences.</exception>
    /// <exception cref="DeviceException">The device that was asked for cannot be used.</exception>
    public static SentenceModel Load(string path, RuntimeOptions? options = null, params IReadOnlyList<ITokenizer> tokenizers)
    {
        var model = Autoencoder.Load(path, options);
        try
        {
            if (!Knows(model.Manifest))
                throw new BundleException(
                    "The bundle is no model of sentences.", Path.Combine(model.Bundle.Folder, "bundle.json"), "a vocabulary and the graphs encode and step",
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

    /// <summary>Encodes texts. The mean, never a draw.</summary>
    /// <param name="texts">Each of 1 to <see cref="MaxTokens"/> tokens; words that the model does not know count as one unknown word.</param>
    /// <returns>Codes and the logarithms of their variances.</returns>
    /// <exception cref="InputException">A text has no token, or too many, or is no valid Unicode.</exception>
    public LatentCodes Encode(params IReadOnlyList<string> texts)
    {
        using var use = lifetime.Enter();
        return CodesOf(texts);
    }

    /// <summary>The texts of codes.</summary>
    /// <param name="codes">Codes, <c>[n, LatentSize]</c>.</param>
    /// <param name="options">How tokens are chosen. Default: the likeliest at each step.</param>
    /// <param name="seed">The same seed draws the same tokens, on every machine, but for rounding.</param>
    public IReadOnlyList<string> Decode(float[] codes, DecodingOptions? options = null, long seed = 0)
    {
        using var use = lifetime.Enter();
        return TextsOf(codes, options, seed);
    }

    /// <summary>Encodes texts and decodes their codes.</summary>
    /// <param name="texts">As <see cref="Encode"/> takes them.</param>
    /// <param name="options">How tokens are chosen. Default: the likeliest at each step.</param>
    public IReadOnlyList<string> Reconstruct(IReadOnlyList<string> texts, DecodingOptions? options = null)
    {
        using var use = lifetime.Enter();
        return TextsOf(CodesOf(texts).Mean, options);
    }

    /// <summary>Scores texts: their negative evidence lower bound in nats, with the mean of the code in place of a draw. Higher is stranger.</summary>
    /// <param name="texts">As <see cref="Encode"/> takes them.</param>
    public IReadOnlyList<float> Score(params IReadOnlyList<string> texts)
    {
        using var use = lifetime.Enter();
        return model.Score(rows.Encode(texts, "Score")).Values;
    }

    /// <summary>Draws new texts: codes from the prior, decoded.</summary>
    /// <param name="count">How many, 1 or more.</param>
    /// <param name="seed">The same seed draws the same codes, on every machine.</param>
    /// <param name="temperature">Factor on the deviation of the codes, 0 or more. Default: 1.</param>
    /// <param name="options">How tokens are chosen. Default: the likeliest at each step.</param>
    /// <param name="truncation">The largest magnitude of a value of a code before the temperature, in deviations, 0.1 or more. Default: none.</param>
    public IReadOnlyList<string> Sample(int count, long seed, double temperature = 1, DecodingOptions? options = null, double truncation = double.PositiveInfinity)
    {
        using var use = lifetime.Enter();
        CheckCount(count, "Sample");
        var codes = new float[count * LatentSize];
        new PriorSampler(seed, temperature, truncation, "Sample").Fill(0, codes);
        return TextsOf(codes, options, seed);
    }

    /// <summary>
    /// Other ways to say a text: codes drawn from its posterior, decoded. Texts that come out twice are drawn again, eight
    /// times as many at most.
    /// </summary>
    /// <param name="text">As <see cref="Encode"/> takes it.</param>
    /// <param name="count">How many, 1 or more; fewer come back where the draws do not differ.</param>
    /// <param name="temperature">Factor on the deviation of the codes, 0 or more: larger strays further (the article, section 6). Default: 0.7.</param>
    /// <param name="seed">The same seed draws the same codes, on every machine.</param>
    /// <param name="options">How tokens are chosen. Default: the likeliest at each step.</param>
    public IReadOnlyList<string> Paraphrase(string text, int count = 5, double temperature = 0.7, long seed = 0, DecodingOptions? options = null)
    {
        using var use = lifetime.Enter();
        ArgumentNullException.ThrowIfNull(text);
        CheckCount(count, "Paraphrase");
        CheckTemperature(temperature, "Paraphrase");
        var posterior = CodesOf([text]);
        var sampler = new PosteriorSampler(new PhiloxStream(seed, RandomStreams.Posterior));
        var found = new List<string>();
        for (var sampled = 0; sampled < MaxRounds && found.Count < count; sampled++)
        {
            var codes = Sample(posterior, count, sampled, (float)temperature, sampler);
            found.AddRange(TextsOf(codes, options, seed + sampled).Distinct().Except(found).Take(count - found.Count));
        }

        return found;
    }

    /// <summary>Decodes points on the way between the codes of two texts, both ends included.</summary>
    /// <param name="from">The first text.</param>
    /// <param name="to">The last text.</param>
    /// <param name="steps">How many points, 2 or more.</param>
    /// <param name="kind">The path. Default: the straight line.</param>
    /// <param name="options">How tokens are chosen. Default: the likeliest at each step.</param>
    public IReadOnlyList<string> Interpolate(string from, string to, int steps = 8, InterpolationKind kind = InterpolationKind.Linear, DecodingOptions? options = null)
    {
        using var use = lifetime.Enter();
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        if (steps < MinSteps)
            throw new InputException("There is no way with fewer than two points.", "Interpolate", nameof(steps), $"{MinSteps} or more", steps.ToString(CultureInfo.InvariantCulture), "ask for both ends at least.");
        var ends = CodesOf([from, to]).Mean;
        var codes = new float[steps * LatentSize];
        LatentPath.Fill(ends.AsSpan(0, LatentSize), ends.AsSpan(LatentSize), steps, kind, codes);
        return TextsOf(codes, options);
    }

    /// <summary>The words of a text that the model does not know, in their order.</summary>
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

    private float[] Sample(LatentCodes posterior, int count, int part, float temperature, PosteriorSampler sampler)
    {
        var codes = new float[count * LatentSize];
        sampler.Fill((long)part * codes.Length, posterior.Mean, posterior.LogVariance!, codes, temperature);
        return codes;
    }

    private static void CheckCount(int count, string operation)
    {
        if (count < 1)
            throw new InputException("There is nothing to draw.", operation, nameof(count), "1 or more", count.ToString(CultureInfo.InvariantCulture), "ask for at least one text.");
    }

    private static void CheckTemperature(double temperature, string operation)
    {
        if (!float.IsFinite((float)temperature) || temperature < 0)
            throw new InputException(
                "The temperature is not a factor.", operation, nameof(temperature), "a number of float32 range, 0 or more",
                temperature.ToString(CultureInfo.InvariantCulture), "use 1 for the model's own spread.");
    }
}
