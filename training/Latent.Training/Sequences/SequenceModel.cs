using Latent.Onnx;
using Latent.Sequences;
using Latent.Training.Autoencoders;
using Latent.Training.Autoencoders.Objectives;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Training.Sequences;

/// <summary>
/// A variational autoencoder of token sequences (Bowman et al. 2016). A recurrent encoder reads a sequence to its last
/// states; the decoder predicts each token from the previous tokens and the code, which it sees at every step. Rows hold
/// token indices (<see cref="TokenVocabulary"/>), including the end token, and padding.
/// </summary>
internal sealed class SequenceModel : Module
{
    /// <summary>The family name in recipes and bundles.</summary>
    public const string Family = "sequence";

    private readonly SequenceOptions options;
    private readonly Embedding embedding;
    private readonly Dropout dropout;
    private readonly RecurrentLayers encoder;
    private readonly Linear mean;
    private readonly Linear logVariance;
    private readonly RecurrentLayers decoder;
    private readonly Linear projection;
    private readonly Parameter? outputBias;

    /// <summary>Creates an untrained model.</summary>
    /// <param name="options">The options, with vocabulary and length filled in.</param>
    internal SequenceModel(SequenceOptions options)
        : base(nameof(SequenceModel))
    {
        this.options = options;
        embedding = Embedding(options.Vocabulary, options.Embedding);
        dropout = Dropout(options.Dropout);
        encoder = new RecurrentLayers(options.Cell, options.Embedding, options.Encoder, options.EncoderLayers, options.Bidirectional);
        mean = Linear(options.Encoder * encoder.Directions, options.Latent);
        logVariance = Linear(options.Encoder * encoder.Directions, options.Latent);
        decoder = new RecurrentLayers(
            options.Cell,
            options.Embedding + options.Latent,
            options.Decoder,
            options.DecoderLayers,
            bidirectional: false);
        projection = Linear(options.Decoder, options.SharedOutput ? options.Embedding : options.Vocabulary);
        outputBias = options.SharedOutput ? new Parameter(zeros(options.Vocabulary)) : null;
        SequenceStart.Shrink(embedding, options.Embedding);
        RegisterComponents();
    }

    /// <summary>The options, with vocabulary and length filled in.</summary>
    public SequenceOptions Options => options;

    /// <summary>The vocabulary size.</summary>
    public long Vocabulary => options.Vocabulary;

    /// <summary>The number of tokens of a row, padding included.</summary>
    public long Length => options.Length;

    /// <summary>The latent dimension.</summary>
    public long LatentSize => options.Latent;

    /// <summary>Whether the decoder sees the code.</summary>
    public bool UsesCode => options.UsesCode;

    /// <summary>The decoder's recurrent layers, for the shape of their states.</summary>
    public RecurrentLayers Decoder => decoder;

    /// <summary>The bias of the layer that predicts tokens, [vocabulary].</summary>
    internal Tensor OutputBias => outputBias ?? projection.bias!;

    /// <summary>Encodes rows.</summary>
    /// <param name="tokens">Token indices, [batch, steps].</param>
    public Posterior<V> Encode<V>(V tokens)
        where V : struct, IValue<V>
    {
        var (_, states) = encoder.Run(Embed(tokens), lengths: LengthsOf(tokens));
        var (last, directions) = (encoder.Layers * encoder.Directions, encoder.Directions);
        var ends = Enumerable.Range(0, (int)directions)
            .Select(i => states[0].Slice(0, last - directions + i, last - directions + i + 1).Squeeze(0));
        var features = V.Concat(-1, [.. ends]);               // [batch, directions · encoder]
        var posterior = new Posterior<V>(features.Apply(mean), features.Apply(logVariance));
        return options.UsesCode ? posterior : new Posterior<V>(posterior.Mean * 0f, posterior.LogVariance!.Value * 0f);
    }

    /// <summary>Computes the number of tokens of each row without padding, at least 1.</summary>
    /// <param name="tokens">Token indices, [batch, steps].</param>
    /// <returns>[batch].</returns>
    public V LengthsOf<V>(V tokens)
        where V : struct, IValue<V> =>
        MaskOf(tokens).Sum([1]).Clamp(1, Length);

    /// <summary>Computes the mask of a row: 1 for a token, 0 for padding.</summary>
    /// <param name="tokens">Token indices, [batch, steps].</param>
    public V MaskOf<V>(V tokens)
        where V : struct, IValue<V> =>
        tokens.Clamp(TokenVocabulary.Pad, TokenVocabulary.Pad + 1);

    /// <summary>Runs the decoder over the previous token of each step.</summary>
    /// <param name="previous">The previous token of each step, [batch, steps].</param>
    /// <param name="code">Codes, [batch, latent].</param>
    /// <param name="steps">The number of steps.</param>
    /// <param name="states">The initial states; zeros where null.</param>
    /// <param name="lengths">The number of valid steps of each row; all where null.</param>
    /// <returns>Features, [batch, steps, decoder], and the last states.</returns>
    public (V Features, V[] States) Decode<V>(V previous, V code, long steps, V[]? states = null, V? lengths = null)
        where V : struct, IValue<V>
    {
        var seen = options.UsesCode ? code : code * 0f;
        var atEveryStep = seen.Unsqueeze(1).Expand(1, steps);   // [batch, steps, latent]
        return decoder.Run(V.Concat(-1, Embed(previous), atEveryStep), states, lengths);
    }

    /// <summary>Computes the logits of all tokens.</summary>
    /// <param name="features">[..., decoder].</param>
    /// <returns>[..., vocabulary].</returns>
    public V Logits<V>(V features)
        where V : struct, IValue<V>
    {
        var projected = features.Apply(dropout).Apply(projection);
        return outputBias is null
            ? projected
            : projected.MatMul(projected.Weight(embedding.weight!).Transpose(0, 1)) + projected.Weight(outputBias);
    }

    /// <summary>Runs one step of the decoder.</summary>
    /// <param name="token">The previous token, [batch].</param>
    /// <param name="code">Codes, [batch, latent].</param>
    /// <param name="states">The states before the step, [batch, layers, decoder] each.</param>
    /// <returns>The log-probabilities of all tokens, [batch, vocabulary], and the states after the step.</returns>
    public (V LogProbabilities, V[] States) Step<V>(V token, V code, V[] states)
        where V : struct, IValue<V>
    {
        var (features, last) = Decode(token.Unsqueeze(1), code, steps: 1, [.. states.Select(state => state.Transpose(0, 1))]);
        return (Logits(features.Squeeze(1)).LogSoftmax(-1), [.. last.Select(state => state.Transpose(0, 1))]);
    }

    /// <summary>Computes the negative log-likelihood of each token given the codes; 0 for padding.</summary>
    /// <param name="tokens">Token indices, [batch, <see cref="Length"/>].</param>
    /// <param name="code">Codes, [batch, latent].</param>
    /// <returns>In nats, [batch, <see cref="Length"/>].</returns>
    public V Errors<V>(V tokens, V code)
        where V : struct, IValue<V>
    {
        var (features, _) = Decode(Before(tokens, Length), code, Length);
        var chosen = Logits(features).LogSoftmax(-1).GatherElements(-1, TokenIndices(tokens).Unsqueeze(-1)).Squeeze(-1);
        return -(chosen * MaskOf(tokens));
    }

    /// <summary>
    /// Computes the anomaly score of rows: the negative evidence lower bound, at the mean of the code instead of a sample.
    /// </summary>
    /// <param name="tokens">Token indices, [batch, <see cref="Length"/>].</param>
    /// <returns>The score, [batch], and the term of each token, [batch, <see cref="Length"/>], in nats.</returns>
    public (V Score, V Errors) Score<V>(V tokens)
        where V : struct, IValue<V>
    {
        var posterior = Encode(tokens);
        var errors = Errors(tokens, posterior.Mean);
        return (errors.Sum([1]) + GaussianDivergence.PerRow(posterior.Mean, posterior.LogVariance!.Value), errors);
    }

    /// <summary>Returns the previous token of each step: the begin token, then all tokens but the last.</summary>
    /// <param name="tokens">Token indices, [batch, steps].</param>
    /// <param name="steps">The number of steps.</param>
    public static V Before<V>(V tokens, long steps)
        where V : struct, IValue<V>
    {
        var begin = (tokens.Slice(1, 0, 1) * 0f) + TokenVocabulary.Begin;
        return steps == 1 ? begin : V.Concat(1, begin, tokens.Slice(1, 0, steps - 1));
    }

    /// <summary>Converts tokens to integer indices; values outside the vocabulary are clamped to its range.</summary>
    public V TokenIndices<V>(V tokens)
        where V : struct, IValue<V> =>
        tokens.Clamp(0, Vocabulary - 1).Cast(ElementType.Int64);

    private V Embed<V>(V tokens)
        where V : struct, IValue<V> =>
        TokenIndices(tokens).Apply(embedding).Apply(dropout);
}
