using Latent.Onnx.Schema;

namespace Latent.Onnx;

/// <summary>Writes the declared type of a graph's input or output.</summary>
internal static class ValueInfo
{
    public static ValueInfoProto Create(string name, ElementType type, Shape shape)
    {
        var tensor = new TypeProto.Types.Tensor { ElemType = (int)type, Shape = new TensorShapeProto() };
        foreach (var dim in shape)
            tensor.Shape.Dim.Add(DimensionOf(dim));
        return new ValueInfoProto { Name = name, Type = new TypeProto { TensorType = tensor } };
    }

    /// <summary>A type without a shape, where none is known.</summary>
    public static ValueInfoProto Create(string name, ElementType type) =>
        new() { Name = name, Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)type } } };

    /// <summary>Reads the declaration of an input in a file.</summary>
    /// <exception cref="ExportException">The declaration lacks its type or shape.</exception>
    public static GraphInput Read(ValueInfoProto info)
    {
        if (info.Type?.TensorType is not { Shape: { } shape } tensor)
            throw new ExportException(
                $"Input '{info.Name}' has no type or no shape in the file. Expected a graph that OnnxExporter wrote.");
        return new GraphInput(
            info.Name, new Shape([.. shape.Dim.Select((dim, axis) => Read(dim, $"{info.Name}.{axis}"))]), (ElementType)tensor.ElemType);
    }

    private static Dim Read(TensorShapeProto.Types.Dimension dim, string otherwise) => dim.ValueCase switch
    {
        TensorShapeProto.Types.Dimension.ValueOneofCase.DimValue => Dim.Fixed(dim.DimValue),
        TensorShapeProto.Types.Dimension.ValueOneofCase.DimParam when dim.DimParam.Length > 0 => Dim.Symbolic(dim.DimParam),
        _ => Dim.Symbolic(otherwise),
    };

    private static TensorShapeProto.Types.Dimension DimensionOf(Dim dim) => dim.Extent is { } extent
        ? new TensorShapeProto.Types.Dimension { DimValue = extent }
        : new TensorShapeProto.Types.Dimension { DimParam = dim.Symbol };
}
