using System.Text;
using Latent.Bundles;

namespace Latent.Runtime;

/// <summary>An input or output of a graph that holds float rows: its name, row shape and row size.</summary>
internal sealed unsafe class GraphPort
{
    private readonly byte[] name;

    private GraphPort(TensorEntry tensor, long[] rowShape)
    {
        Tensor = tensor;
        RowShape = rowShape;
        RowSize = tensor.RowSize!.Value;
        name = GC.AllocateArray<byte>(Encoding.UTF8.GetByteCount(tensor.Name) + 1, pinned: true);
        Encoding.UTF8.GetBytes(tensor.Name, name);
        NativeName = (byte*)System.Runtime.InteropServices.Marshal.UnsafeAddrOfPinnedArrayElement(name, 0);
    }

    public TensorEntry Tensor { get; }

    /// <summary>The dimensions after the batch dimension.</summary>
    public long[] RowShape { get; }

    /// <summary>The number of values per row.</summary>
    public int RowSize { get; }

    /// <summary>The null-terminated name for the C API. Pinned for the lifetime of this port.</summary>
    public byte* NativeName { get; }

    /// <summary>Creates a port; throws if the tensor does not hold float32 rows.</summary>
    public static GraphPort Create(TensorEntry tensor, string where)
    {
        var shape = tensor.Shape;
        var isRows = shape.Count > 0 && shape[0].Symbol is not null && tensor.RowSize is > 0;
        if (tensor.DType == DataType.Float32 && isRows)
            return new(tensor, [.. shape.Skip(1).Select(dimension => dimension.Size!.Value)]);

        throw new BundleException(
            $"A graph has a tensor that does not hold rows of float32.", $"{where}, tensor '{tensor.Name}'",
            "dtype float32 and a shape [batch, ...] with fixed sizes after the batch",
            $"dtype {tensor.DType} and shape [{string.Join(", ", shape)}]",
            "run this graph with GraphSession, or update Latent.Runtime.");
    }
}
