namespace Latent.Bundles;

/// <summary>Field numbers and element types of ONNX's TensorProto (onnx.proto).</summary>
internal static class TensorProtoField
{
    public const int Dims = 1;
    public const int DataType = 2;
    public const int FloatData = 4;
    public const int Int64Data = 7;
    public const int Name = 8;
    public const int RawData = 9;

    public const int Float = 1;
    public const int Int64 = 7;
}
