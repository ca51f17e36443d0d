using Latent.Codecs;
using Latent.Shared;
using Latent.Training.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Training.Codecs;

/// <summary>
/// Predicts each latent from the neighbours that are decoded before it: a mean and the logarithm of a scale (an
/// autoregressive context model, Minnen, Ballé and Toderici 2018). Training learns this floating-point form;
/// <see cref="EntropyModel"/> is the integer form with the same features.
/// </summary>
internal sealed class LatentPredictor : Module<Tensor, Tensor, (Tensor Mean, Tensor LogScale)>
{
    private readonly Conv2d hidden;
    private readonly Conv2d output;
    private readonly Parameter hiddenBiases;
    private readonly Parameter outputBiases;

    internal LatentPredictor(CodecOptions options)
        : base(nameof(LatentPredictor))
    {
        var features = EntropyModel.Neighbours * 2L * options.Latent;
        hidden = Conv2d(features, options.Context, 1, bias: false);
        output = Conv2d(options.Context, 2L * options.Latent, 1, bias: false);
        hiddenBiases = DetachedParameter.Create(zeros(options.Rates, options.Context));
        outputBiases = DetachedParameter.Create(zeros(options.Rates, 2L * options.Latent));
        RegisterComponents();
    }

    /// <summary>The weights from features to hidden units, [hidden, neighbours x 2 x channels, 1, 1].</summary>
    internal Tensor HiddenWeights => hidden.weight;

    /// <summary>The weights from hidden units to means and scales, [2 x channels, hidden, 1, 1].</summary>
    internal Tensor OutputWeights => output.weight;

    /// <summary>The biases of the hidden units, [rates, hidden].</summary>
    internal Tensor HiddenBiases => hiddenBiases;

    /// <summary>The biases of means and scales, [rates, 2 x channels].</summary>
    internal Tensor OutputBiases => outputBiases;

    /// <summary>Predicts the distribution of each latent.</summary>
    /// <param name="latents">Rounded latents, [batch, channels, rows, columns].</param>
    /// <param name="rates">The rate index of each image, [batch].</param>
    public override (Tensor Mean, Tensor LogScale) forward(Tensor latents, Tensor rates)
    {
        var seen = Neighbourhood(Features(latents));                               // [batch, neighbours x 2 x channels, rows, columns]
        var h = functional.relu(hidden.forward(seen).Plus(At(hiddenBiases, rates)));
        var parts = output.forward(h).Plus(At(outputBiases, rates)).chunk(2, 1);
        return (parts[0], parts[1]);
    }

    // One value per image and channel, for all positions.
    private static Tensor At(Tensor biases, Tensor rates) => biases.index_select(0, rates).unsqueeze(2).unsqueeze(3);

    private static Tensor Features(Tensor latents)
    {
        var signed = latents.clamp(Scalars.Get(-EntropyModel.LargestFeature), Scalars.Get(EntropyModel.LargestFeature)) / Scalars.Get(4);
        var one = Scalars.Get(1 << EntropyModel.FeatureBits);
        var magnitude = (latents.abs().clamp_max(Scalars.Get(255)).Plus(Scalars.One).log2() * one).round() / one;
        return cat([signed, magnitude], 1);
    }

    // The entropy model's order: above left, above, above right, left.
    private static Tensor Neighbourhood(Tensor features)
    {
        var (rows, columns) = (features.shape[2], features.shape[3]);
        var padded = functional.pad(features, (1, 1, 1, 0));
        var (above, same) = (padded.narrow(2, 0, rows), padded.narrow(2, 1, rows));
        return cat([above.narrow(3, 0, columns), above.narrow(3, 1, columns), above.narrow(3, 2, columns), same.narrow(3, 0, columns)], 1);
    }
}
