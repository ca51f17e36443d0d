using Latent.Onnx;
using Latent.Training.Layers;
using Latent.Training.Normalization;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Training.Codecs;

/// <summary>
/// A codec: an analysis from pictures to latents, gains that scale latents for a rate before they are rounded, a synthesis
/// from latents to pictures, and a model that foresees latents. One model serves all rates (gains a channel: Cui et al. 2021).
/// </summary>
public sealed class CodecModel : Module<Tensor, Tensor>
{
    // Rounded to whole numbers, latents have a deviation of a few at the middle rate.
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

    /// <summary>What it was built from.</summary>
    public CodecOptions Options { get; }

    /// <summary>Foresees latents from their neighbours.</summary>
    public LatentPredictor Predictor => predictor;

    /// <summary>Logarithms of the factors before rounding, [rates, channels].</summary>
    internal Tensor LogGains => gains;

    /// <summary>Logarithms of the factors behind rounding, [rates, channels].</summary>
    internal Tensor LogSteps => steps - gains;

    /// <summary>The latents of pictures.</summary>
    /// <param name="x">Pictures in [0, 1], [batch, 1, height, width]; height and width are multiples of the stride.</param>
    public V Analyse<V>(V x)
        where V : struct, IValue<V> =>
        skipIn is null ? x.Apply(analysis) : x.Apply(analysis) + x.Apply(skipIn);

    /// <summary>The pictures of latents.</summary>
    /// <param name="latents">[batch, channels, rows, columns].</param>
    public V Synthesise<V>(V latents)
        where V : struct, IValue<V> =>
        AddUniformNoise(latents).Clamp(0, 1);

    /// <summary>The pictures of latents, not limited to [0, 1]: beyond the limit there is no gradient to learn from.</summary>
    internal Tensor SynthesiseFreely(Tensor latents) => AddUniformNoise<TensorValue>(latents).Tensor;

    /// <summary>Pictures to what is drawn of their latents, without rounding.</summary>
    public override Tensor forward(Tensor input) => Synthesise(Analyse<TensorValue>(input)).Tensor;

    /// <summary>Puts weights back to where they may be, which a step of training may have left.</summary>
    internal void Project()
    {
        foreach (var layer in modules().OfType<DivisiveNormalization>())
            layer.Project();
    }

    private V AddUniformNoise<V>(V latents)
        where V : struct, IValue<V> =>
        skipOut is null ? latents.Apply(synthesis) : latents.Apply(synthesis) + latents.Apply(skipOut);

    // Where fine steps s cost log2(1/s) bits and leave an error of s²/12, the best step for a price p is √(6 / (p ln 2)).
    private static Tensor StartOfGains(CodecOptions options)
    {
        var prices = options.Prices();
        var middle = options.Skip ? byte.MaxValue / Math.Sqrt(6 / (prices[options.Rates / 2] * Math.Log(2))) : MiddleGain;
        var logarithms = prices.Select(price => (float)(Math.Log(middle) + (0.5 * Math.Log(price / prices[options.Rates / 2])))).ToArray();
        return tensor(logarithms, [options.Rates, 1]).repeat(1, options.Latent);
    }
}
