using System.Runtime.InteropServices;
using Google.Protobuf;
using Latent.Onnx.Schema;
using TorchSharp;
using static TorchSharp.torch;

namespace Latent.Onnx;

/// <summary>Writes the content of a tensor as ONNX stores it: little-endian, row-major.</summary>
internal static class TensorData
{
    public static TensorProto Of(float value) =>
        new() { DataType = (int)ElementType.Float32, RawData = Raw([value]) };

    public static TensorProto Of(float value, long count) =>
        new() { DataType = (int)ElementType.Float32, Dims = { count }, RawData = Raw([.. Enumerable.Repeat(value, (int)count)]) };

    public static TensorProto Of(long value) =>
        new() { DataType = (int)ElementType.Int64, RawData = Raw([value]) };

    public static TensorProto Of(long[] values) =>
        new() { DataType = (int)ElementType.Int64, Dims = { values.Length }, RawData = Raw(values) };

    public static TensorProto Of(Tensor tensor, string key)
    {
        if (tensor.device_type == DeviceType.META)
            throw new ExportException($"Parameter '{key}' is on the meta device and has no values. Load the weights first.");
        using var scope = NewDisposeScope();
        using var plain = tensor.detach().cpu().contiguous();
        var proto = plain.dtype switch
        {
            ScalarType.Float32 => Floats(plain, key),
            ScalarType.Int64 => new TensorProto { DataType = (int)ElementType.Int64, RawData = Raw(plain.data<long>().ToArray()) },
            _ => throw new ExportException($"Parameter '{key}' has type {plain.dtype}. Expected Float32 or Int64: convert the model with model.to(ScalarType.Float32)."),
        };
        proto.Dims.Add(plain.shape);
        return proto;
    }

    private static TensorProto Floats(Tensor tensor, string key)
    {
        var values = tensor.data<float>().ToArray();
        var bad = Array.FindIndex(values, value => !float.IsFinite(value));
        return bad < 0
            ? new TensorProto { DataType = (int)ElementType.Float32, RawData = Raw(values) }
            : throw new ExportException($"Parameter '{key}' holds {values[bad]} at element {bad}. Expected finite weights: the training run diverged, lower its learning rate.");
    }

    private static ByteString Raw<T>(T[] values)
        where T : unmanaged =>
        BitConverter.IsLittleEndian
            ? ByteString.CopyFrom(MemoryMarshal.AsBytes(values.AsSpan()))
            : throw new PlatformNotSupportedException("Weights are written little-endian; this machine is big-endian.");
}
