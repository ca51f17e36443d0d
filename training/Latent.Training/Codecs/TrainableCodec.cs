using Latent.Fitting;
using Latent.Shared;
using Latent.Training.Autoencoders.Objectives;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Training.Codecs;

/// <summary>
/// A codec under training with the rate-distortion loss, rate + λ · distortion, at a random rate for each patch. The rate
/// term replaces rounding by uniform noise (Ballé, Laparra and Simoncelli 2017); the distortion term rounds latents with a
/// straight-through gradient (Theis et al. 2017; both together: Minnen and Singh 2020).
/// </summary>
/// <param name="model">The model.</param>
/// <param name="cutter">Cuts patches out of images.</param>
internal sealed class TrainableCodec(CodecModel model, PatchCutter cutter) : ITrainableModel
{
    // Losses are scaled relative to this price, so that all rates weigh about the same.
    private const float MiddlePrice = 0.01f;
    private const double MinProbability = 1e-6;
    private const float SmallestLogScale = -3;
    private const float LargestLogScale = 5.8f;

    private readonly float[] prices = model.Options.Prices();

    /// <inheritdoc/>
    public Module Module => model;

    /// <inheritdoc/>
    public bool IsGrowing => false;

    /// <inheritdoc/>
    public void BeginEpoch(int epoch) => model.Project();

    /// <inheritdoc/>
    public LossTerms Evaluate(IReadOnlyList<Tensor> batch, double progress)
    {
        model.Project();
        var x = cutter.Cut(batch[0], model.training);                                       // [n, 1, patch, patch]
        var rates = randint(model.Options.Rates, [x.shape[0]], device: x.device);         // [n]
        var price = tensor(prices, device: x.device).index_select(0, rates);
        var latents = model.Analyse<Onnx.TensorValue>(x).Tensor * At(model.LogGains, rates).exp();
        var rounded = latents.Plus((latents.round() - latents).detach());

        var bits = Bits(model.training ? latents.Plus(rand_like(latents)) - Scalars.Get(0.5) : rounded, rounded.detach(), rates).sum(
            [1, 2, 3]) / Scalars.Get(x.shape[2] * x.shape[3]);
        var reconstructed = model.SynthesiseFreely(rounded * At(model.LogSteps, rates).exp());
        var error = (reconstructed - x).Squared().mean([1, 2, 3]) * Scalars.Get(byte.MaxValue * byte.MaxValue);
        var loss = (bits.Plus(price * error) * (price.reciprocal() * Scalars.Get(MiddlePrice)).sqrt()).mean();
        return new LossTerms(loss, [(LossTerm.Distortion, error.mean()), (LossTerm.Bits, bits.mean())]);
    }

    /// <inheritdoc/>
    public void EndTraining()
    {
        model.Project();
        model.eval();
    }

    // One factor per patch and channel, broadcast over all positions.
    private static Tensor At(Tensor factors, Tensor rates) => factors.index_select(0, rates).unsqueeze(2).unsqueeze(3);

    // Latents follow a logistic distribution, whose cumulative distribution function has a closed form.
    private Tensor Bits(Tensor latents, Tensor known, Tensor rates)
    {
        var (mean, logScale) = model.Predictor.forward(known, rates);
        var sharpness = (-logScale.clamp(Scalars.Get(SmallestLogScale), Scalars.Get(LargestLogScale))).exp();
        var half = Scalars.Get(0.5);
        var (above, below) = ((latents.Plus(half) - mean) * sharpness, (latents - half - mean) * sharpness);
        return -(above.sigmoid() - below.sigmoid()).abs().clamp_min(Scalars.Get(MinProbability)).log2();
    }
}
