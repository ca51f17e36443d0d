namespace Latent.Onnx;

/// <summary>How a model is written to ONNX.</summary>
public sealed record ExportOptions
{
    /// <summary>The operator set, <see cref="Latent.Onnx.Opset.Oldest"/> to <see cref="Latent.Onnx.Opset.Newest"/>; 17 by default.</summary>
    public int Opset { get; init; } = Latent.Onnx.Opset.Default;

    /// <summary>The name of the graph; <c>model</c> by default.</summary>
    public string GraphName { get; init; } = "model";

    /// <summary>Entries of the file's <c>metadata_props</c>, written in the order of their keys; none by default.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    /// <summary>What turns layers into nodes; <see cref="ConverterRegistry.Default"/> unless layers of your own are added.</summary>
    public ConverterRegistry Converters { get; init; } = ConverterRegistry.Default;
}
