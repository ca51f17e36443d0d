using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Training.Layers;

/// <summary>Fully connected layers with an activation behind each but, where asked, the last.</summary>
internal static class Perceptron
{
    /// <summary>Linear layers from width to width, an activation behind every one of them, then dropout where it is above 0.</summary>
    public static Sequential Hidden(IEnumerable<long> widths, Activation activation, double dropout = 0) =>
        Sequential(Layers([.. widths], activation, dropout));

    /// <summary>Linear layers from width to width, an activation and dropout between them and none behind the last.</summary>
    public static Sequential Stack(IEnumerable<long> widths, Activation activation, double dropout = 0) =>
        Sequential(Layers([.. widths], activation, dropout).SkipLast(dropout > 0 ? 2 : 1));

    /// <summary>The bias of the last layer of a stack.</summary>
    public static Tensor LastBias(Sequential stack) => ((Linear)stack[stack.Count - 1]).bias!;

    private static IEnumerable<Module<Tensor, Tensor>> Layers(long[] widths, Activation activation, double dropout)
    {
        foreach (var (inputs, outputs) in widths.Zip(widths.Skip(1)))
        {
            yield return Linear(inputs, outputs);
            yield return activation.Layer();
            if (dropout > 0)
                yield return Dropout(dropout);
        }
    }
}
