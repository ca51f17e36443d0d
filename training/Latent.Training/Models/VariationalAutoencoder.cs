using Latent.Training.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Training.Models;

/// <summary>
/// A variational autoencoder (Kingma and Welling 2014): 784-400-20 by default, as the article's VAE. The code has a
/// diagonal Gaussian posterior and a standard normal prior.
/// </summary>
public sealed class VariationalAutoencoder : AutoencoderModel
{
    private readonly Sequential hidden;
    private readonly Linear mean;
    private readonly Linear log_variance;
    private readonly Sequential decoder;

    /// <summary>Makes the layers, with weights drawn from TorchSharp's generator.</summary>
    /// <param name="options">The shape of the network.</param>
    /// <param name="normalizer">Scales raw rows.</param>
    public VariationalAutoencoder(VariationalOptions options, Normalizer normalizer)
        : base(nameof(VariationalAutoencoder), normalizer, options.Input, options.Latent, options.Output)
    {
        long[] widths = [options.Input, .. options.Hidden];
        hidden = Perceptron.Hidden(widths, options.Activation);
        mean = Linear(widths[^1], options.Latent);
        log_variance = Linear(widths[^1], options.Latent);
        decoder = Perceptron.Stack([options.Latent, .. widths.Reverse()], options.Activation);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override string Family => "variational";

    /// <inheritdoc/>
    public override bool IsVariational => true;

    /// <inheritdoc/>
    public override Tensor OutputBias => Perceptron.LastBias(decoder);

    /// <inheritdoc/>
    public override Posterior<V> Encode<V>(V x)
    {
        var h = x.Apply(hidden);
        return new(h.Apply(mean), h.Apply(log_variance));
    }

    /// <inheritdoc/>
    public override V DecodePreActivation<V>(V code) => code.Apply(decoder);
}
