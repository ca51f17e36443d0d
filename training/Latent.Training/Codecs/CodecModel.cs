using Latent.Onnx;
using Latent.Training.Layers;
using Latent.Training.Normalization;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Training.Codecs;

/// <summary>
/// An image codec: an analysis transform from images to latents, gains that scale the latents for a rate before they are
/// rounded, a synthesis transform from latents to images, and a context model that predicts latents. One model serves all
/// rates (gains per channel: Cui et al. 2021).
/// </summary>
public sealed class CodecModel : Module<Tensor, Tensor>
{
    // With this gain, rounded latents have a standard deviation of a few units at the middle rate.
    private const double MiddleGain = 4;

    private readonly Sequential analysis;
    private readonly Sequential synthesis;
    private readonly Conv2d? skipIn;
    private readonly ConvTranspose2d? skipOut;
    private readonly LatentPredictor predictor;
    private readonly Parameter gains;
    private readonly Parameter steps;

    internal CodecModel(CodecOptions options)
        : base(nameof(CodecModel))
    {
        Options = options;
        analysis = CodecNetworks.Analysis(options);
        synthesis = CodecNetworks.Synthesis(options);
        (skipIn, skipOut) = options.Skip ? (CosineTransform.Forward(options), CosineTransform.Backward(options)) : (null, null);
        predictor = new LatentPredictor(options);
        gains = DetachedParameter.Create(StartOfGains(options));
        steps = DetachedParameter.Create(zeros(options.Rates, options.Latent));
        RegisterComponents();
    }

    /// <summary>The options that the model was built from.</summary>
    public CodecOptions Options { get; }

    /// <summary>The model that predicts latents from their neighbours.</summary>
    public LatentPredictor Predictor => predictor;

    /// <summary>The logarithms of the factors before rounding, [rates, channels].</summary>
    internal Tensor LogGains => gains;

    /// <summary>The logarithms of the factors after rounding, [rates, channels].</summary>
    internal Tensor LogSteps => steps - gains;

    /// <summary>Computes the latents of images.</summary>
    /// <param name="x">Images in [0, 1], [batch, 1, height, width]; height and width are multiples of the stride.</param>
    public V Analyse<V>(V x)
        where V : struct, IValue<V> =>
        skipIn is null ? x.Apply(analysis) : x.Apply(analysis) + x.Apply(skipIn);

    /// <summary>Reconstructs images from latents, clamped to [0, 1].</summary>
    /// <param name="latents">[batch, channels, rows, columns].</param>
    public V Synthesise<V>(V latents)
        where V : struct, IValue<V> =>
        SynthesiseUnclamped(latents).Clamp(0, 1);

    /// <summary>Reconstructs images from latents without clamping to [0, 1]: a clamped value has no gradient.</summary>
    internal Tensor SynthesiseFreely(Tensor latents) => SynthesiseUnclamped<TensorValue>(latents).Tensor;

    /// <summary>Reconstructs images from their latents, without rounding.</summary>
    public override Tensor forward(Tensor input) => Synthesise(Analyse<TensorValue>(input)).Tensor;

    /// <summary>Projects weights back to their valid range, which a training step may have left.</summary>
    internal void Project()
    {
        foreach (var layer in modules().OfType<DivisiveNormalization>())
            layer.Project();
    }

    private V SynthesiseUnclamped<V>(V latents)
        where V : struct, IValue<V> =>
        skipOut is null ? latents.Apply(synthesis) : latents.Apply(synthesis) + latents.Apply(skipOut);

    // For small steps, step size s costs log2(1/s) bits and leaves a squared error of s²/12, so the best step size for
    // price p is √(6 / (p ln 2)).
    private static Tensor StartOfGains(CodecOptions options)
    {
        var prices = options.Prices();
        var middle = options.Skip ? byte.MaxValue / Math.Sqrt(6 / (prices[options.Rates / 2] * Math.Log(2))) : MiddleGain;
        var logarithms = prices.Select(price => (float)(Math.Log(middle) + (0.5 * Math.Log(price / prices[options.Rates / 2])))).ToArray();
        return tensor(logarithms, [options.Rates, 1]).repeat(1, options.Latent);
    }
}
