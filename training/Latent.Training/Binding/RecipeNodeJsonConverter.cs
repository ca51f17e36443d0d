using System.Text.Json;
using System.Text.Json.Serialization;

namespace Latent.Training.Binding;

/// <summary>Writes the unparsed nodes of a recipe, such as the options of its family, as they are.</summary>
internal sealed class RecipeNodeJsonConverter : JsonConverter<RecipeNode>
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsAssignableTo(typeof(RecipeNode));

    public override RecipeNode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        RecipeNode.FromJson(JsonElement.ParseValue(ref reader), "json");

    public override void Write(Utf8JsonWriter writer, RecipeNode value, JsonSerializerOptions options)
    {
        if (value.ToJson() is { } json) json.WriteTo(writer, options);
        else writer.WriteNullValue();
    }
}
