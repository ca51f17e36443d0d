namespace Latent.Onnx;

/// <summary>The ONNX operator sets that the exporter writes, and the file version that goes with each.</summary>
public static class Opset
{
    /// <summary>The oldest supported operator set.</summary>
    public const int Oldest = 13;

    /// <summary>The newest supported operator set.</summary>
    public const int Newest = 21;

    /// <summary>The default operator set, which ONNX Runtime, onnxruntime-web, TensorRT and OpenVINO all support.</summary>
    public const int Default = 17;

    /// <summary>The IR version of the ONNX release that introduced an operator set (ONNX docs/Versioning.md).</summary>
    /// <exception cref="ExportException">The operator set is outside the tested range.</exception>
    public static int IrVersion(int opset) => opset switch
    {
        13 or 14 => 7,
        15 or 16 or 17 or 18 => 8,
        19 or 20 => 9,
        21 => 10,
        _ => throw new ExportException($"Opset {opset} is not supported. Expected {Oldest} to {Newest}; {Default} runs everywhere."),
    };
}
