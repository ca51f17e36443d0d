using System.Text.Json;
using System.Text.Json.Serialization;
using Latent.Data;

namespace Latent.Training.Binding;

/// <summary>Reads and writes a split size as a plain number: without a decimal point it is a count.</summary>
internal sealed class SplitSizeJsonConverter : JsonConverter<SplitSize>
{
    public override SplitSize Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        SplitSize.Parse(JsonElement.ParseValue(ref reader).GetRawText());

    public override void Write(Utf8JsonWriter writer, SplitSize value, JsonSerializerOptions options)
        => writer.WriteRawValue(value.ToString());
}
