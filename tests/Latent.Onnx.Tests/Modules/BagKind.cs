namespace Latent.Onnx.Tests.Modules;

/// <summary>How bags are separated.</summary>
internal enum BagKind
{
    Rows,
    Offsets,
    OffsetsAndEnd,
}
