using Latent.Onnx;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Training.Layers;

/// <summary>
/// Two layers with a skip connection around them: φ(x + W₂ φ(W₁ x + b₁) + b₂) (He et al. 2016). W₂ and b₂ start at 0, so that
/// a block starts as φ: with relu, as the identity on the output of the relu before it.
/// </summary>
public sealed class ResidualBlock : PortableModule
{
    private readonly Linear first;
    private readonly Linear second;
    private readonly Module<Tensor, Tensor> activation;
    private readonly bool skips;

    /// <param name="width">The number of features in and out.</param>
    /// <param name="activation">The nonlinearity φ.</param>
    /// <param name="skips">Whether there is a skip connection; without one, the layers follow each other and W₂ starts at random.</param>
    internal ResidualBlock(long width, Activation activation, bool skips)
        : base(nameof(ResidualBlock))
    {
        first = Linear(width, width);
        second = Linear(width, width);
        this.activation = activation.Layer();
        this.skips = skips;
        RegisterComponents();
        if (!skips)
            return;
        init.zeros_(second.weight);
        init.zeros_(second.bias!);
    }

    /// <inheritdoc/>
    public override V Forward<V>(V x)
    {
        var change = x.Apply(first).Apply(activation).Apply(second);
        return (skips ? x + change : change).Apply(activation);
    }
}
