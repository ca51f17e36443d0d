using System.Runtime.InteropServices;
using Latent.Onnx.Schema;
using Latent.Runtime;
using TorchSharp;
using static TorchSharp.torch;

namespace Latent.Onnx.Files;

/// <summary>A weight that is read in parts while its file is written, so that no copy of it is held.</summary>
/// <param name="key">Its name in the graph.</param>
/// <param name="read">Returns the tensor, within a dispose scope of the reader.</param>
/// <param name="header">Its header: name, type and dimensions.</param>
/// <param name="isMask">Whether it may hold negative infinity.</param>
internal sealed class WeightSource(string key, Func<Tensor> read, TensorProto header, bool isMask)
{
    // A part fits into a processor's cache while it is checked and written.
    private const int BytesAtOnce = 1 << 20;

    // The alignment that ONNX Runtime requires to use memory directly.
    private const int Alignment = 16;

    /// <summary>The number of bytes.</summary>
    public long Length { get; } = header.Dims.Aggregate(
        header.DataType == (int)ElementType.Int64 ? 8L : 4L, (product, extent) => product * extent);

    /// <summary>Whether the tensor belongs to the model and stays in memory; others are computed each time they are read.</summary>
    public bool IsKept { get; init; }

    /// <summary>Writes the elements as ONNX stores them: little-endian, row-major.</summary>
    /// <exception cref="ExportException">An element is not finite.</exception>
    public void WriteTo(Stream stream, CancellationToken cancellation) => ForEachPart(
        (part, start) =>
        {
            if (header.DataType == (int)ElementType.Float32)
                CheckFinite(MemoryMarshal.Cast<byte, float>(part), start / sizeof(float));
            stream.Write(part);
        },
        cancellation);

    /// <summary>Compares the weight with the next bytes of a stream.</summary>
    /// <exception cref="ExportException">They differ.</exception>
    public void Check(Stream stream, CancellationToken cancellation)
    {
        var buffer = new byte[Math.Min(Length, BytesAtOnce)];
        ForEachPart(
            (part, start) =>
            {
                var received = buffer.AsSpan(0, part.Length);
                if (stream.ReadAtLeast(received, part.Length, throwOnEndOfStream: false) < part.Length || !part.SequenceEqual(received))
                    throw new ExportException(
                        $"Weight '{key}' was read back from disk with different bytes, from byte {start} on. Expected the same bytes: " +
                        "check the disk, and that no forward writes into its own weights.");
            },
            cancellation);
    }

    /// <summary>The weight's own memory; null if its layout there differs from ONNX's.</summary>
    public unsafe MemoryTensor? Share()
    {
        if (!IsKept || Length == 0 || header.DataType != (int)ElementType.Float32)
            return null;
        var tensor = read();
        if (tensor.device_type != DeviceType.CPU || !tensor.is_contiguous())
            return null;

        // A span cannot be as long as a tensor; the address of the first element is enough.
        using var first = tensor.flatten().narrow(0, 0, 1);
        fixed (byte* start = first.bytes)
        {
            return (nint)start % Alignment == 0
                ? new MemoryTensor((nint)start, tensor.shape)
                : null;
        }
    }

    private void ForEachPart(Action<ReadOnlySpan<byte>, long> look, CancellationToken cancellation)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var plain = read().detach().cpu().contiguous().flatten();
        var elementsAtOnce = BytesAtOnce / plain.element_size();
        for (long start = 0; start < plain.numel(); start += elementsAtOnce)
        {
            cancellation.ThrowIfCancellationRequested();
            using var part = plain.narrow(0, start, Math.Min(elementsAtOnce, plain.numel() - start));
            look(part.bytes, start * plain.element_size());
        }
    }

    private void CheckFinite(ReadOnlySpan<float> values, long start)
    {
        var bad = WeightScan.FirstBad(values, isMask);
        if (bad >= 0)
            throw TensorData.NotFinite(key, values[bad], start + bad);
    }
}
