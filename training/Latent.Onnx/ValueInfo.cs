using Latent.Onnx.Schema;

namespace Latent.Onnx;

/// <summary>Writes the declared type of a graph's input or output.</summary>
internal static class ValueInfo
{
    public static ValueInfoProto Of(string name, ElementType type, Shape shape)
    {
        var tensor = new TypeProto.Types.Tensor { ElemType = (int)type, Shape = new TensorShapeProto() };
        foreach (var dim in shape)
            tensor.Shape.Dim.Add(DimensionOf(dim));
        return new ValueInfoProto { Name = name, Type = new TypeProto { TensorType = tensor } };
    }

    private static TensorShapeProto.Types.Dimension DimensionOf(Dim dim) => dim.Extent is { } extent
        ? new TensorShapeProto.Types.Dimension { DimValue = extent }
        : new TensorShapeProto.Types.Dimension { DimParam = dim.Symbol };
}
