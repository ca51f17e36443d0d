namespace Latent.Onnx;

/// <summary>How a model is written to ONNX.</summary>
public sealed record ExportOptions
{
    /// <summary>
    /// The operator set, <see cref="Latent.Onnx.Opset.Oldest"/> to <see cref="Latent.Onnx.Opset.Newest"/>; 17 by default.
    /// </summary>
    public int Opset { get; init; } = Latent.Onnx.Opset.Default;

    /// <summary>The name of the graph; <c>model</c> by default.</summary>
    public string GraphName { get; init; } = "model";

    /// <summary>Entries of the file's <c>metadata_props</c>, written in the order of their keys; none by default.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// The names of the outputs, in their order. Default: none, and the output is <c>y</c>, or several are <c>y_0</c>,
    /// <c>y_1</c> and so on. Ignored where the forward names its outputs itself.
    /// </summary>
    public IReadOnlyList<string> Outputs { get; init; } = [];

    /// <summary>Where a file keeps its weights. Default: inside, or beside it if they exceed the 2 GB limit of a file.</summary>
    public WeightPlacement Weights { get; init; } = WeightPlacement.Automatic;

    /// <summary>How a file is compared with the model before it appears.</summary>
    public ParityOptions Parity { get; init; } = new();

    /// <summary>The converters of layers to nodes. Default: <see cref="ConverterRegistry.Default"/>.</summary>
    public ConverterRegistry Converters { get; init; } = ConverterRegistry.Default;

    /// <summary>The number of bytes beyond which weights go beside a graph: protobuf's limit, except in tests.</summary>
    internal long SingleFileLimit { get; init; } = int.MaxValue;

    /// <summary>The number of bytes of weights from which a comparison holds no copy of them: 32 MiB, except in tests.</summary>
    internal long SharingFrom { get; init; } = 32 << 20;

    /// <summary>Opens a file to write; tests replace it by a full disk.</summary>
    internal Func<string, Stream> Create { get; init; } = File.Create;
}
