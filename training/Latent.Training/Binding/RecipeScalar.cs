using System.Globalization;
using System.Text.Json.Nodes;

namespace Latent.Training.Binding;

/// <summary>A scalar: a text, a number, a boolean or null.</summary>
/// <param name="Position">The position where it starts.</param>
/// <param name="Text">The text as written, without quotes.</param>
/// <param name="IsQuoted">Whether it was quoted, and so is text whatever it looks like.</param>
public sealed record RecipeScalar(RecipePosition Position, string Text, bool IsQuoted) : RecipeNode(Position)
{
    /// <summary>Whether it is YAML's null: empty, <c>~</c> or <c>null</c>, without quotes.</summary>
    public bool IsNull => !IsQuoted && Text is "" or "~" or "null";

    /// <inheritdoc/>
    public override JsonNode? ToJson()
    {
        if (IsNull) return null;
        if (IsQuoted) return JsonValue.Create(Text);
        if (Text is "true" or "false") return JsonValue.Create(Text == "true");
        if (long.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)) return JsonValue.Create(whole);
        return double.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? JsonValue.Create(number)
            : JsonValue.Create(Text);
    }

    internal override string Describe() => IsNull ? "nothing" : IsQuoted ? $"\"{Text}\"" : Text;
}
