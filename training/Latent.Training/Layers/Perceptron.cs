using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Training.Layers;

/// <summary>Fully connected layers with an activation after each, or after all but the last.</summary>
internal static class Perceptron
{
    /// <summary>Creates linear layers of the given widths, each followed by an activation and, where it is above 0, dropout.</summary>
    public static Sequential Hidden(IEnumerable<long> widths, Activation activation, double dropout = 0) =>
        Sequential(Layers([.. widths], activation, dropout));

    /// <summary>Creates linear layers of the given widths, with an activation and dropout between them and none after the last.</summary>
    public static Sequential Stack(IEnumerable<long> widths, Activation activation, double dropout = 0) =>
        Sequential(Layers([.. widths], activation, dropout).SkipLast(dropout > 0 ? 2 : 1));

    /// <summary>Returns the bias of the last layer of a stack.</summary>
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
