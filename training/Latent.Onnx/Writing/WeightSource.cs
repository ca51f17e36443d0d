using System.Runtime.InteropServices;
using Latent.Onnx.Schema;
using static TorchSharp.torch;

namespace Latent.Onnx.Writing;

/// <summary>A weight that is read when its file is written, a part at a time, so that no copy of it is held.</summary>
/// <param name="key">Its name in the graph.</param>
/// <param name="read">Gives the tensor, within a dispose scope of the reader.</param>
/// <param name="header">What a file says of it: its name, type and dimensions.</param>
/// <param name="isMask">Whether it may hold negative infinity.</param>
internal sealed class WeightSource(string key, Func<Tensor> read, TensorProto header, bool isMask)
{
    private const int ElementsAtOnce = 1 << 18;

    /// <summary>The number of bytes.</summary>
    public long Length { get; } = header.Dims.Aggregate(header.DataType == (int)ElementType.Int64 ? 8L : 4L, (product, extent) => product * extent);

    /// <summary>Writes the elements as ONNX stores them: little-endian, row-major.</summary>
    /// <exception cref="ExportException">An element is not finite.</exception>
    public void WriteTo(Stream stream, CancellationToken cancellation)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var plain = read().detach().cpu().contiguous();
        if (plain.dtype == ScalarType.Int64)
            Write<long>(plain, stream, (_, _) => { }, cancellation);
        else
            Write<float>(plain, stream, CheckFinite, cancellation);
    }

    private static void Write<T>(Tensor tensor, Stream stream, Action<T[], long> check, CancellationToken cancellation)
        where T : unmanaged
    {
        using var elements = tensor.data<T>();
        var count = elements.Count;
        var buffer = new T[Math.Min(count, ElementsAtOnce)];
        for (long start = 0; start < count; start += buffer.Length)
        {
            cancellation.ThrowIfCancellationRequested();
            var part = buffer.AsSpan(0, (int)Math.Min(buffer.Length, count - start));
            elements.CopyTo(part, 0, start);
            check(buffer, start);
            stream.Write(MemoryMarshal.AsBytes(part));
        }
    }

    // What a shorter last part leaves behind it in the buffer was finite before.
    private void CheckFinite(float[] values, long start)
    {
        var bad = FiniteScan.FirstBad(values, isMask);
        if (bad >= 0)
            throw TensorData.NotFinite(key, values[bad], start + bad);
    }
}
