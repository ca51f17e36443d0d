using Latent.Training.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Latent.Training.Models;

/// <summary>
/// A fully connected autoencoder: 784-256-128-32-128-256-784 by default, as the article's SimpleAutoencoder
/// (Hinton and Salakhutdinov 2006).
/// </summary>
public sealed class DenseAutoencoder : AutoencoderModel
{
    private readonly Sequential encoder;
    private readonly Sequential decoder;

    /// <summary>Makes the layers, with weights drawn from TorchSharp's generator.</summary>
    /// <param name="options">The shape of the network.</param>
    /// <param name="normalizer">Scales raw rows.</param>
    public DenseAutoencoder(DenseOptions options, Normalizer normalizer)
        : base(nameof(DenseAutoencoder), normalizer, options.Input, options.Latent, options.Output)
    {
        long[] widths = [options.Input, .. options.Hidden, options.Latent];
        encoder = Perceptron.Stack(widths, options.Activation);
        decoder = Perceptron.Stack(widths.Reverse(), options.Activation);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override string Family => "dense";

    /// <inheritdoc/>
    public override bool IsVariational => false;

    /// <inheritdoc/>
    public override Tensor OutputBias => Perceptron.LastBias(decoder);

    /// <inheritdoc/>
    public override Posterior<V> Encode<V>(V x) => new(x.Apply(encoder));

    /// <inheritdoc/>
    public override V DecodePreActivation<V>(V code) => code.Apply(decoder);
}
