using TorchSharp.Modules;
using static TorchSharp.Modules.GELU;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Tests.Rows;

internal static class ActivationRows
{
    // TorchSharp 0.107, which clamps only in place.
    private static readonly Defect Same = new(
        GivesBackItsInput, "The first node that differs is 'Clip' (Clip), of Hardtanh. Nothing was written.");

    public static IReadOnlyList<ParityRow> All { get; } =
    [
        new("ReLU", () => ReLU(), [11]),
        new("ReLU6", () => Sequential(Wide(), ReLU6()), [11]),
        new("LeakyReLU", () => LeakyReLU(0.2), [11]),
        new("PReLU, one slope", () => PReLU(1, 0.3), [5, 3, 2]),
        new("PReLU, a slope a feature", () => Slopes(5), [5]),
        new("PReLU, a slope a channel", () => Slopes(5), [5, 3, 2]),
        new("ELU", () => ELU(0.7), [11]),
        new("CELU", () => CELU(0.7), [11]),
        new("SELU", () => SELU(), [11]),
        new("GELU", () => Sequential(Wide(), GELU()), [11]),
        new("GELU by tanh", () => Sequential(Wide(), GELU(Approximate.tanh)), [11]),
        new("SiLU", () => SiLU(), [11]),
        new("Mish", () => Sequential(Wide(), Mish()), [11]),
        new("Sigmoid", () => Sigmoid(), [11]),
        new("LogSigmoid", () => Sequential(Wide(), LogSigmoid()), [11]),
        new("Hardsigmoid", () => Sequential(Wide(), Hardsigmoid()), [11]),
        new("Hardswish", () => Sequential(Wide(), Hardswish()), [11]),
        new("Tanh", () => Tanh(), [11]),
        new("Softplus", () => Sequential(Wide(), Softplus()), [11]),
        new("Softplus, sharper", () => Sequential(Wide(), Softplus(beta: 3)), [11]),
        new("Softplus, low threshold", () => Sequential(Wide(), Softplus(beta: 2, threshold: 1)), [11]),
        new("Softmax, last axis", () => Softmax(1), [11]),
        new("Softmax, middle axis", () => Softmax(1), [4, 5]),
        new("LogSoftmax, last axis", () => LogSoftmax(-1), [11]),
        new("LogSoftmax, middle axis", () => LogSoftmax(1), [4, 5]),
        new("LogSigmoid of a sequence", () => LogSigmoid(), [3, 5]),
        new("RReLU, the mean slope", () => RReLU(), [11]),
        new("RReLU, its slopes given", () => RReLU(0.05, 0.65), [3, 5]),
        new("Threshold", () => Threshold(0.3, -7), [11]),
        new("Hardtanh", () => Hardtanh(), [40]) { Defect = Same },
        new("Hardtanh, its bounds given", () => Hardtanh(-0.25, 0.5), [11]) { Defect = Same },
        new("Hardtanh in place", () => Sequential(Wide(), Hardtanh(inplace: true)), [11]),
        new("Hardtanh in place, its bounds given", () => Sequential(Wide(), Hardtanh(-0.25, 3.5, inplace: true)), [11]),
        new("Hardshrink", () => Hardshrink(), [11]),
        new("Hardshrink, narrower", () => Hardshrink(0.2), [3, 5]),
        new("Softshrink", () => Softshrink(), [11]),
        new("Softshrink, narrower", () => Softshrink(0.2), [3, 5]),
        new("Softsign", () => Sequential(Wide(), Softsign()), [11]),
        new("Tanhshrink", () => Sequential(Wide(), Tanhshrink()), [11]),
        new("Softmin", () => Softmin(1), [4, 5]),
        new("Softmax2d", () => Softmax2d(), [4, 5, 3]),
        new("SELU of large numbers", () => Sequential(Wide(), SELU()), [11]),
        new("CELU of large numbers", () => Sequential(Wide(), CELU(1.7)), [11]),
        new("ELU of large numbers", () => Sequential(Wide(), ELU(1.7)), [11]),
        new("SiLU of large numbers", () => Sequential(Wide(), SiLU()), [11]),
        new("GLU", () => GLU(), [3, 8]),
        new("GLU, middle axis", () => GLU(1), [4, 5]),
    ];

    // Ten times as wide as the standard normal distribution, so that every piece of a nonlinearity is reached.
    private static Linear Wide()
    {
        var layer = Linear(11, 11, hasBias: false);
        using (no_grad())
            layer.weight.copy_(eye(11) * 10);
        return layer;
    }

    private static PReLU Slopes(long channels)
    {
        var layer = PReLU(channels);
        using (no_grad())
            layer.weight.copy_(rand(channels));
        return layer;
    }

    private static bool GivesBackItsInput()
    {
        using var scope = NewDisposeScope();
        return Hardtanh().call(tensor(5f)).item<float>() == 5;
    }
}
