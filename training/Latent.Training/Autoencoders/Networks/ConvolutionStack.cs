using Latent.Training.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Training.Autoencoders.Networks;

/// <summary>The layers of a plan, inwards and outwards, with an activation between them.</summary>
internal static class ConvolutionStack
{
    /// <summary>Creates the layers from the image, [batch, channels, height, width], to the inner shape.</summary>
    public static Sequential Inwards(ConvolutionPlan plan, Activation activation) =>
        Between(plan.Steps.Select(step => (Module<Tensor, Tensor>)step.Convolution()), activation);

    /// <summary>Creates the layers from the inner shape to the image, [batch, channels, height, width].</summary>
    public static Sequential Outwards(ConvolutionPlan plan, Activation activation) =>
        Between(plan.Steps.Reverse().Select(step => (Module<Tensor, Tensor>)step.Transpose()), activation);

    /// <summary>Sets the bias of the last layer, one value per channel, to the channel's mean.</summary>
    public static void StartAt(Sequential outwards, ConvolutionPlan plan, Tensor preActivation)
    {
        var last = (ConvTranspose2d)outwards[outwards.Count - 1];
        last.bias!.copy_(preActivation.reshape(plan.Image.Channels, -1).mean([1]));
    }

    private static Sequential Between(IEnumerable<Module<Tensor, Tensor>> layers, Activation activation) =>
        Sequential(layers.SelectMany(layer => new[] { layer, activation.Layer() }).SkipLast(1));
}
