namespace Latent.Onnx.Tests.Modules;

/// <summary>How bags are told apart.</summary>
internal enum BagKind
{
    Rows,
    Offsets,
    OffsetsAndEnd,
}
