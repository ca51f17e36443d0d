using TorchSharp.Modules;

namespace Latent.Onnx.Converters;

/// <summary>Elementwise nonlinearities, and Softmax.</summary>
internal static class Activations
{
    public static ConverterRegistry AddTo(ConverterRegistry registry) => registry
        .With<ReLU>((_, _, x) => x.Relu())
        .With<Sigmoid>((_, _, x) => x.Sigmoid())
        .With<Tanh>((_, _, x) => x.Tanh())
        .With<LeakyReLU>((_, layer, x) => x.Unary("LeakyRelu", ("alpha", (float)layer.negative_slope)))
        .With<ELU>((_, layer, x) => x.Unary("Elu", ("alpha", (float)layer.alpha)))
        .With<SELU>((_, _, x) => x.Unary("Selu"))
        .With<SiLU>((_, _, x) => x * x.Sigmoid())
        .With<Softmax>((_, layer, x) => x.Softmax(layer.dim));
}
