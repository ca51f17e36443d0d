namespace Latent.Onnx;

/// <summary>The element type of a tensor in a graph; the values are ONNX's.</summary>
public enum ElementType
{
    /// <summary>32-bit floating point.</summary>
    Float32 = 1,

    /// <summary>Signed 32-bit integer.</summary>
    Int32 = 6,

    /// <summary>Signed 64-bit integer.</summary>
    Int64 = 7,

    /// <summary>Boolean; the result of comparisons inside a graph.</summary>
    Bool = 9,
}
