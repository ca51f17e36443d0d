using System.Text.Json;
using System.Text.Json.Serialization;

namespace Latent.Fitting;

/// <summary>The values of a loss and its terms, each a mean over rows.</summary>
/// <param name="Loss">The training objective.</param>
/// <param name="Terms">The terms by name, unweighted, in the order of the objective.</param>
[JsonConverter(typeof(Converter))]
public sealed record LossValues(double Loss, IReadOnlyList<KeyValuePair<string, double>> Terms)
{
    /// <summary>Converts to and from one flat object: <c>{"loss":112.4,"reconstruction":87.9,"kl":24.5}</c>.</summary>
    internal sealed class Converter : JsonConverter<LossValues>
    {
        private const string LossName = "loss";

        public override LossValues Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var numbers = JsonElement.ParseValue(ref reader).EnumerateObject()
                .Select(number => KeyValuePair.Create(number.Name, number.Value.GetDouble()))
                .ToList();
            return new LossValues(
                numbers.Single(number => number.Key == LossName).Value,
                [.. numbers.Where(number => number.Key != LossName)]);
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
}
