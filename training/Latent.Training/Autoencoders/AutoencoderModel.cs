using Latent.Onnx;
using Latent.Training.Autoencoders.Codes;
using Latent.Training.Autoencoders.Networks;
using Latent.Training.Layers;
using Latent.Training.Normalization;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Training.Autoencoders;

/// <summary>
/// An encoder, a code layer and a decoder, written once over a value type: training runs them on tensors, export on graphs.
/// Inputs are raw rows; the <see cref="Normalizer"/> is part of the model.
/// </summary>
public sealed class AutoencoderModel : Module<Tensor, Tensor>
{
    // Avoids a division by zero: a row of zeros has length 0.
    private const float MinSquare = 1e-12f;

    private readonly Normalizer normalizer;
    private readonly EncoderNetwork encoder;
    private readonly CodeLayer code;
    private readonly DecoderNetwork decoder;

    internal AutoencoderModel(
        string family, Normalizer normalizer, EncoderNetwork encoder, CodeLayer code, DecoderNetwork decoder, OutputActivation output)
        : base(nameof(AutoencoderModel))
    {
        this.normalizer = normalizer;
        this.encoder = encoder;
        this.code = code;
        this.decoder = decoder;
        Family = family;
        Output = output;
        ActiveLatents = LatentSize;
        RegisterComponents();
    }

    /// <summary>The family name, as in recipes and bundles.</summary>
    public string Family { get; }

    /// <summary>Whether the model is variational: the encoder yields a variance, and codes have a prior to sample from.</summary>
    public bool IsVariational => code.IsGaussian;

    /// <summary>The normalizer from raw rows to model units and back.</summary>
    internal Normalizer Normalizer => normalizer;

    /// <summary>The layers before the code.</summary>
    internal EncoderNetwork Encoder => encoder;

    /// <summary>The layer from features to codes.</summary>
    internal CodeLayer Code => code;

    /// <summary>The layers after the code.</summary>
    internal DecoderNetwork Decoder => decoder;

    /// <summary>The number of features of a raw row.</summary>
    public long InputSize => normalizer.RawSize;

    /// <summary>The number of features of a normalised row: the input size of the encoder and the output size of the decoder.</summary>
    public long ModelSize => normalizer.Size;

    /// <summary>The latent dimension.</summary>
    public long LatentSize => code.Projection.weight.shape[0];

    /// <summary>
    /// The number of latents in use, counted from the first; the others are 0. Equals <see cref="LatentSize"/>, except while
    /// a code grows in training (<see cref="LatentGrowth"/>).
    /// </summary>
    public long ActiveLatents { get; set; }

    /// <summary>The decoder's output activation.</summary>
    public OutputActivation Output { get; }

    /// <summary>Whether the encoder sees each row scaled to length 1.</summary>
    public bool UnitLength { get; init; }

    /// <summary>Computes the features that the code layer takes.</summary>
    /// <param name="x">Normalised rows, [batch, <see cref="ModelSize"/>].</param>
    public V Features<V>(V x)
        where V : struct, IValue<V> =>
        (UnitLength ? x / ((x * x).Sum([-1], keepDims: true) + MinSquare).Sqrt() : x).Apply(encoder);

    /// <summary>Encodes normalised rows.</summary>
    /// <param name="x">Normalised rows, [batch, <see cref="ModelSize"/>].</param>
    internal Posterior<V> Encode<V>(V x)
        where V : struct, IValue<V> =>
        InUse(code.Encode(Features(x)));

    /// <summary>Encodes normalised rows in training (<see cref="CodeLayer.EncodeInTraining"/>).</summary>
    /// <param name="x">Normalised rows, [batch, <see cref="ModelSize"/>].</param>
    internal Posterior<TensorValue> EncodeInTraining(TensorValue x) => InUse(code.EncodeInTraining(Features(x)));

    /// <summary>Computes the decoder's last layer before the output activation: the logits, where the activation is a sigmoid.</summary>
    /// <param name="code">Codes, [batch, <see cref="LatentSize"/>].</param>
    /// <returns>[batch, <see cref="ModelSize"/>].</returns>
    public V DecodePreActivation<V>(V code)
        where V : struct, IValue<V> =>
        (ActiveLatents == LatentSize ? code : code * Mask(code)).Apply(decoder);

    /// <summary>Decodes codes to normalised rows.</summary>
    /// <param name="code">Codes, [batch, <see cref="LatentSize"/>].</param>
    /// <returns>[batch, <see cref="ModelSize"/>].</returns>
    public V Decode<V>(V code)
        where V : struct, IValue<V> =>
        Output.Apply(DecodePreActivation(code));

    /// <summary>Reconstructs raw rows from the mean of the code.</summary>
    /// <param name="raw">Raw rows, [batch, <see cref="InputSize"/>].</param>
    /// <returns>Raw rows, [batch, <see cref="InputSize"/>].</returns>
    public V Reconstruct<V>(V raw)
        where V : struct, IValue<V> =>
        Normalizer.Denormalize(Decode(Encode(Normalizer.Normalize(raw)).Mean));

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => Reconstruct<TensorValue>(input).Tensor;

    private Posterior<V> InUse<V>(Posterior<V> posterior)
        where V : struct, IValue<V>
    {
        if (ActiveLatents == LatentSize)
            return posterior;

        var mask = Mask(posterior.Mean);
        return posterior with
        {
            Mean = posterior.Mean * mask,
            LogVariance = posterior.LogVariance is { } logVariance ? logVariance * mask : null,
        };
    }

    private V Mask<V>(V like)
        where V : struct, IValue<V>
    {
        var device = code.Projection.weight.device;
        return like.Weight(cat([ones(ActiveLatents, device: device), zeros(LatentSize - ActiveLatents, device: device)]));
    }
}
