using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Latent.Onnx.Schema;
using AttributeType = Latent.Onnx.Schema.AttributeProto.Types.AttributeType;

namespace Latent.Onnx;

/// <summary>Writes a model as text that changes only when the model does.</summary>
internal static class OnnxText
{
    public static string Format(ModelProto model)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"graph {model.Graph.Name}\n");
        foreach (var import in model.OpsetImport)
            text.Append(
                CultureInfo.InvariantCulture,
                $"opset {(import.Domain.Length == 0 ? "ai.onnx" : import.Domain)} {import.Version}, ir {model.IrVersion}\n");
        foreach (var entry in model.MetadataProps)
            text.Append(CultureInfo.InvariantCulture, $"metadata {entry.Key} = {entry.Value}\n");
        AppendGraph(text, model.Graph);
        return text.ToString();
    }

    private static void AppendGraph(StringBuilder text, GraphProto graph)
    {
        foreach (var input in graph.Input)
            text.Append(CultureInfo.InvariantCulture, $"input {Describe(input)}\n");
        foreach (var initializer in graph.Initializer.OrderBy(tensor => tensor.Name, StringComparer.Ordinal))
        {
            var type = $"{TypeName(initializer.DataType)}[{string.Join(", ", initializer.Dims)}]";
            text.Append(CultureInfo.InvariantCulture, $"weight {initializer.Name}: {type} {Content(initializer)}\n");
        }

        foreach (var node in graph.Node)
            text.Append(
                CultureInfo.InvariantCulture,
                $"{string.Join(", ", node.Output)} = {node.OpType}({string.Join(", ", node.Input)}){Attributes(node)}\n");
        foreach (var output in graph.Output)
            text.Append(CultureInfo.InvariantCulture, $"output {Describe(output)}\n");
    }

    private static string Describe(ValueInfoProto info)
    {
        // Files of other exporters may lack a shape, a dimension, or the whole type.
        if (info.Type?.TensorType is not { } tensor)
            return $"{info.Name}: ?";
        var dims = tensor.Shape?.Dim.Select(dim => dim.ValueCase switch
        {
            TensorShapeProto.Types.Dimension.ValueOneofCase.DimParam => dim.DimParam,
            TensorShapeProto.Types.Dimension.ValueOneofCase.DimValue => dim.DimValue.ToString(CultureInfo.InvariantCulture),
            _ => "?",
        });
        return $"{info.Name}: {TypeName(tensor.ElemType)}[{(dims is null ? "?" : string.Join(", ", dims))}]";
    }

    // Small constants are shown, weights are hashed, external ones only marked.
    private static string Content(TensorProto tensor) => tensor switch
    {
        { DataLocation: TensorProto.Types.DataLocation.External } => "external",
        { RawData.Length: <= 64, DataType: (int)TensorProto.Types.DataType.Int64 } =>
            Listed(tensor.RawData, 8, bytes => BitConverter.ToInt64(bytes).ToString(CultureInfo.InvariantCulture)),
        { RawData.Length: 4, DataType: (int)TensorProto.Types.DataType.Float } =>
            Listed(tensor.RawData, 4, bytes => BitConverter.ToSingle(bytes).ToString("R", CultureInfo.InvariantCulture)),
        { RawData.Length: 0 } when tensor.Dims.All(extent => extent > 0) =>
            $"typed sha256:{Convert.ToHexStringLower(SHA256.HashData(tensor.ToByteArray()))[..16]}",
        _ => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(tensor.RawData.Span))[..16]}",
    };

    private static string Listed(ByteString data, int size, Func<byte[], string> write) =>
        $"= {string.Join(", ", data.ToByteArray().Chunk(size).Select(write))}";

    private static string Attributes(NodeProto node) =>
        node.Attribute.Count == 0
            ? ""
            : $" {{{string.Join(", ", node.Attribute.Select(attribute => $"{attribute.Name}={ValueOf(attribute)}"))}}}";

    private static string ValueOf(AttributeProto attribute) => attribute.Type switch
    {
        AttributeType.Int => attribute.I.ToString(CultureInfo.InvariantCulture),
        AttributeType.Float => attribute.F.ToString("R", CultureInfo.InvariantCulture),
        AttributeType.String => $"\"{attribute.S.ToStringUtf8()}\"",
        AttributeType.Ints => $"[{string.Join(", ", attribute.Ints)}]",
        AttributeType.Floats =>
            $"[{string.Join(", ", attribute.Floats.Select(value => value.ToString("R", CultureInfo.InvariantCulture)))}]",
        AttributeType.Strings => $"[{string.Join(", ", attribute.Strings.Select(text => $"\"{text.ToStringUtf8()}\""))}]",
        _ => attribute.Type.ToString(),
    };

    private static string TypeName(int type) => ((TensorProto.Types.DataType)type).ToString().ToLowerInvariant();
}
