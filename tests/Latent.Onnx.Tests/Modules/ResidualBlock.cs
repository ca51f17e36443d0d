using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Tests.Modules;

/// <summary>Two convolutions beside a shortcut (He et al., arXiv:1512.03385).</summary>
internal sealed class ResidualBlock : PortableModule
{
    private readonly Sequential path;

    public ResidualBlock(long channels)
        : base(nameof(ResidualBlock))
    {
        path = Sequential(
            ("first", Conv2d(channels, channels, 3, padding: 1, bias: false)),
            ("norm", BatchNorm2d(channels)),
            ("bend", ReLU()),
            ("second", Conv2d(channels, channels, 3, padding: 1)));
        RegisterComponents();
    }

    public override V Forward<V>(V x) => (x + x.Apply(path)).Relu();
}
