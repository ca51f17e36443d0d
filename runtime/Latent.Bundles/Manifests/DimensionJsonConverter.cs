using System.Text.Json;
using System.Text.Json.Serialization;

namespace Latent.Bundles;

/// <summary>Converts a dimension to and from JSON: a number or its symbol.</summary>
internal sealed class DimensionJsonConverter : JsonConverter<Dimension>
{
    public override Dimension Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? Dimension.Symbolic(reader.GetString()!) : Dimension.Fixed(reader.GetInt64());

    public override void Write(Utf8JsonWriter writer, Dimension value, JsonSerializerOptions options)
    {
        if (value.Symbol is { } symbol)
            writer.WriteStringValue(symbol);
        else
            writer.WriteNumberValue(value.Size.GetValueOrDefault());
    }
}
