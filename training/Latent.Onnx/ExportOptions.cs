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

    /// <summary>
    /// The names of the outputs, in their order. Default: none, and the output is <c>y</c>, or several are <c>y_0</c>,
    /// <c>y_1</c> and so on. Without meaning where the forward names its outputs itself.
    /// </summary>
    public IReadOnlyList<string> Outputs { get; init; } = [];

    /// <summary>Where a file keeps its weights. Default: inside, and beside it where they pass the 2 GB that a file can have.</summary>
    public WeightPlacement Weights { get; init; } = WeightPlacement.Automatic;

    /// <summary>How a file is compared with the model before it appears.</summary>
    public ParityOptions Parity { get; init; } = new();

    /// <summary>What turns layers into nodes; <see cref="ConverterRegistry.Default"/> unless layers of your own are added.</summary>
    public ConverterRegistry Converters { get; init; } = ConverterRegistry.Default;

    /// <summary>The bytes beyond which weights go beside a graph; that of protobuf but in tests.</summary>
    internal long SingleFileLimit { get; init; } = int.MaxValue;

    /// <summary>The bytes of weights from which on a comparison holds no copy of them; 32 MiB but in tests.</summary>
    internal long SharingFrom { get; init; } = 32 << 20;

    /// <summary>Opens a file to be written; tests put a full disk in its place.</summary>
    internal Func<string, Stream> Create { get; init; } = File.Create;
}
