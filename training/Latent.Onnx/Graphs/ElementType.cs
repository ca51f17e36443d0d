namespace Latent.Onnx;

/// <summary>What the elements of a tensor in a graph are; the numbers are ONNX's own.</summary>
public enum ElementType
{
    /// <summary>32-bit floating point.</summary>
    Float32 = 1,

    /// <summary>Signed 32-bit integer.</summary>
    Int32 = 6,

    /// <summary>Signed 64-bit integer.</summary>
    Int64 = 7,

    /// <summary>True or false; what comparisons yield inside a graph.</summary>
    Bool = 9,
}
