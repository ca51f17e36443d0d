using System.Runtime.InteropServices;
using Google.Protobuf;
using Latent.Onnx.Files;
using Latent.Onnx.Schema;
using TorchSharp;
using static TorchSharp.torch;

namespace Latent.Onnx;

/// <summary>Writes the content of a tensor as ONNX stores it: little-endian, row-major.</summary>
internal static class TensorData
{
    public static TensorProto Create(float value) =>
        new() { DataType = (int)ElementType.Float32, RawData = Raw([value]) };

    public static TensorProto Create(float value, long count) =>
        new() { DataType = (int)ElementType.Float32, Dims = { count }, RawData = Raw([.. Enumerable.Repeat(value, (int)count)]) };

    public static TensorProto Create(long value) =>
        new() { DataType = (int)ElementType.Int64, RawData = Raw([value]) };

    public static TensorProto Create(long[] values) =>
        new() { DataType = (int)ElementType.Int64, Dims = { values.Length }, RawData = Raw(values) };

    /// <summary>The header of a tensor: name, dimensions and type.</summary>
    public static TensorProto HeaderOf(Tensor tensor, string key) => new()
    {
        Name = key,
        Dims = { tensor.shape },
        DataType = (int)(tensor switch
        {
            { device_type: DeviceType.META } =>
                throw new ExportException($"Parameter '{key}' is on the meta device and has no values. Load the weights first."),
            { dtype: ScalarType.Float32 } => ElementType.Float32,
            { dtype: ScalarType.Int64 } => ElementType.Int64,
            _ =>
                throw new ExportException(
                    $"Parameter '{key}' has type {tensor.dtype}. Expected Float32 or Int64: " +
                    "convert the model with model.to(ScalarType.Float32)."),
        }),
    };

    public static TensorProto Create(Tensor tensor, string key, bool isMask)
    {
        var proto = HeaderOf(tensor, key);
        using var scope = NewDisposeScope();
        var plain = tensor.detach().cpu().contiguous();
        proto.RawData = plain.dtype == ScalarType.Int64 ? Raw(Values<long>(plain)) : Floats(plain, key, isMask);
        return proto;
    }

    /// <summary>The error of a weight that is NaN or infinite.</summary>
    public static ExportException NotFinite(string key, float value, long element) =>
        new(
            $"Parameter '{key}' holds {value} at element {element}. Expected finite weights: " +
            "the training run diverged, lower its learning rate.");

    /// <summary>The elements of a contiguous tensor on the CPU, row-major.</summary>
    public static T[] Values<T>(Tensor Values)
        where T : unmanaged => Values.flatten().data<T>().ToArray();

    private static ByteString Floats(Tensor tensor, string key, bool isMask)
    {
        var values = Values<float>(tensor);
        var bad = WeightScan.FirstBad(values, isMask);
        return bad < 0 ? Raw(values) : throw NotFinite(key, values[bad], bad);
    }

    private static ByteString Raw<T>(T[] values)
        where T : unmanaged =>
        BitConverter.IsLittleEndian
            ? ByteString.CopyFrom(MemoryMarshal.AsBytes(values.AsSpan()))
            : throw new PlatformNotSupportedException("Weights are written little-endian; this machine is big-endian.");
}
