namespace Latent.Onnx;

/// <summary>Where an ONNX file keeps its weights.</summary>
public enum WeightPlacement
{
    /// <summary>Inside, or beside it if they exceed the 2 GB limit of a file.</summary>
    Automatic,

    /// <summary>Inside: a single file, below 2 GB.</summary>
    Inside,

    /// <summary>Beside it in one file, <c>NAME.onnx.data</c>, at aligned offsets, so that a runtime can map it into memory.</summary>
    External,
}
