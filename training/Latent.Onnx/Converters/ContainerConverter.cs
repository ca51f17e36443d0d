using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Converters;

/// <summary>Containers, and layers that are the identity in evaluation mode.</summary>
internal static class ContainerConverter
{
    public static ConverterRegistry AddTo(ConverterRegistry registry) => registry
        .With<Sequential>(Chain)
        .With<Identity>((_, _, x) => x)
        .With<Dropout>((_, _, x) => x)
        .With<Dropout1d>((_, _, x) => x)
        .With<Dropout2d>((_, _, x) => x)
        .With<Dropout3d>((_, _, x) => x)
        .With<AlphaDropout>((_, _, x) => x)
        .With<FeatureAlphaDropout>((_, _, x) => x);

    private static GraphValue Chain(GraphBuilder graph, Sequential layer, GraphValue x)
    {
        foreach (var (name, child) in layer.named_children())
        {
            x = child is Module<Tensor, Tensor> step
                ? graph.Apply(step, x)
                : throw new ExportException(
                    $"Layer {ModuleNames.KindOf(child)} at '{name}' of a Sequential takes or returns more than one tensor. " +
                    "Expected Module<Tensor, Tensor>.");
        }

        return x;
    }
}
