namespace Latent.Bundles;

/// <summary>The element types a manifest may name.</summary>
public static class DataType
{
    /// <summary>32-bit floating point.</summary>
    public const string Float32 = "float32";

    /// <summary>64-bit floating point.</summary>
    public const string Float64 = "float64";

    /// <summary>16-bit floating point.</summary>
    public const string Float16 = "float16";

    /// <summary>64-bit signed integer.</summary>
    public const string Int64 = "int64";

    /// <summary>32-bit signed integer.</summary>
    public const string Int32 = "int32";

    /// <summary>8-bit signed integer.</summary>
    public const string Int8 = "int8";

    /// <summary>8-bit unsigned integer.</summary>
    public const string UInt8 = "uint8";

    /// <summary>True or false, one byte each.</summary>
    public const string Bool = "bool";

    /// <summary>Every name above.</summary>
    public static IReadOnlyList<string> All { get; } = [Float32, Float64, Float16, Int64, Int32, Int8, UInt8, Bool];
}
