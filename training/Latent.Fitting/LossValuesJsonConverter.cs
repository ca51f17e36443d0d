using System.Text.Json;
using System.Text.Json.Serialization;

namespace Latent.Fitting;

/// <summary>Converts loss values to and from one flat object: <c>{"loss":112.4,"reconstruction":87.9,"kl":24.5}</c>.</summary>
internal sealed class LossValuesJsonConverter : JsonConverter<LossValues>
{
    private const string LossName = "loss";

    public override LossValues Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var numbers = JsonElement.ParseValue(ref reader).EnumerateObject().Select(number => KeyValuePair.Create(number.Name, number.Value.GetDouble())).ToList();
        return new LossValues(numbers.Single(number => number.Key == LossName).Value, [.. numbers.Where(number => number.Key != LossName)]);
    }

    public override void Write(Utf8JsonWriter writer, LossValues value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber(LossName, value.Loss);
        foreach (var (name, number) in value.Terms)
            writer.WriteNumber(name, number);
        writer.WriteEndObject();
    }
}
