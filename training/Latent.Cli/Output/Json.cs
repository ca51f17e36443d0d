using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Latent.Cli;

/// <summary>The JSON options of the command: camelCase keys, unescaped text, non-finite numbers as "NaN" and "Infinity".</summary>
internal static class Json
{
    /// <summary>Compact JSON on one line.</summary>
    public static JsonSerializerOptions Line { get; } = Create(isIndented: false);

    /// <summary>Indented JSON.</summary>
    public static JsonSerializerOptions Indented { get; } = Create(isIndented: true);

    private static JsonSerializerOptions Create(bool isIndented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = isIndented,
    };
}
