using Latent.Onnx;
using Latent.Shared;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Training.Layers;

/// <summary>
/// max(x, 0.01 x). It replaces <c>nn.LeakyReLU</c>, whose forward creates a Scalar that garbage collection may free too
/// early.
/// </summary>
internal sealed class LeakyRelu() : Module<Tensor, Tensor>(nameof(LeakyRelu))
{
    /// <summary>The slope below 0.</summary>
    public const double Slope = 0.01;

    /// <summary>Adds the converter: one LeakyRelu node, as for TorchSharp's layer.</summary>
    public static ConverterRegistry AddTo(ConverterRegistry registry) => registry.With<LeakyRelu>((graph, _, x) =>
        graph.Node("LeakyRelu", [x], x.Shape, x.Type, ("alpha", (float)Slope)));

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => input.leaky_relu(Scalars.Get(Slope));
}
