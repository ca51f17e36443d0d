using Latent.Bundles;
using Latent.Onnx;
using static TorchSharp.torch;

namespace Latent.Training.Export;

/// <summary>One graph of a bundle: its ONNX model, what its inputs and outputs mean, and the same computation in TorchSharp.</summary>
/// <param name="Role">The role, such as <c>encode</c>; it names the file.</param>
/// <param name="Model">The exported graph.</param>
/// <param name="Inputs">What goes in.</param>
/// <param name="Outputs">What comes out.</param>
/// <param name="Run">The computation that the graph must agree with, on tensors.</param>
internal sealed record GraphSpec(
    string Role,
    OnnxModel Model,
    IReadOnlyList<TensorEntry> Inputs,
    IReadOnlyList<TensorEntry> Outputs,
    Func<Tensor, IReadOnlyList<Tensor>> Run)
{
    /// <summary>The name of the graph's file in the bundle.</summary>
    public string FileName => $"{Role}.onnx";

    /// <summary>Whether the graph takes codes; the others take raw rows.</summary>
    public bool TakesCodes => Inputs[0].Role == TensorRole.Code;

    /// <summary>The number of numbers in a row of its input.</summary>
    public int RowSize => (int)Inputs[0].Shape[1].Size!.Value;

    /// <summary>The manifest's entry.</summary>
    public GraphEntry Entry => new() { File = FileName, Inputs = Inputs, Outputs = Outputs };
}
