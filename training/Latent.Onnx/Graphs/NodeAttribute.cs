using Google.Protobuf;
using Latent.Onnx.Schema;
using AttributeType = Latent.Onnx.Schema.AttributeProto.Types.AttributeType;

namespace Latent.Onnx;

/// <summary>Writes a node's attribute by the type of its value.</summary>
internal static class NodeAttribute
{
    public static AttributeProto Create(string name, object value) => value switch
    {
        long integer => new AttributeProto { Name = name, I = integer, Type = AttributeType.Int },
        float number => new AttributeProto { Name = name, F = number, Type = AttributeType.Float },
        string text => new AttributeProto { Name = name, S = ByteString.CopyFromUtf8(text), Type = AttributeType.String },
        long[] integers => new AttributeProto { Name = name, Ints = { integers }, Type = AttributeType.Ints },
        string[] texts =>
            new AttributeProto { Name = name, Strings = { texts.Select(ByteString.CopyFromUtf8) }, Type = AttributeType.Strings },
        _ =>
            throw new ExportException(
                $"Attribute '{name}' has a value of type {value.GetType().Name}. Expected long, float, string, long[] or string[]."),
    };
}
