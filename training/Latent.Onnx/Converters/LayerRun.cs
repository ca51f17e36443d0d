using Latent.Onnx.Verification;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Converters;

/// <summary>Runs layers on tensors.</summary>
internal static class LayerRun
{
    /// <summary>Runs a layer as its kind says, or by its forward.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="inputs">The inputs; omitted ones are null, or missing at the end.</param>
    /// <param name="allOutputs">Whether optional outputs are computed too.</param>
    /// <exception cref="ArgumentException">The layer's forward takes or returns values other than tensors, and no converter of this
    /// library runs it.</exception>
    public static Tensor[] Run(Module layer, IReadOnlyList<Tensor?> inputs, bool allOutputs) => TensorRecorder.Observe(layer, inputs, () =>
        ConverterRegistry.Default.KindOf(layer)?.RunOn(layer, inputs, allOutputs)
            ?? ForwardForm.Find(layer)?.Run(inputs)
            ?? throw new ArgumentException(
                $"The forward of {ModuleNames.KindOf(layer)} takes or returns values other than tensors. " +
                "Expected one of TorchSharp's Module<...> over Tensor, or Tensor[] for any number."));
}
