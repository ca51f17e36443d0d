using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Latent.Cli;

/// <summary>How the command writes JSON: camelCase keys, text as it is, numbers that JSON lacks as "NaN" and "Infinity".</summary>
internal static class Json
{
    /// <summary>On one line.</summary>
    public static JsonSerializerOptions Line { get; } = Create(isIndented: false);

    /// <summary>On as many lines as it takes to be read.</summary>
    public static JsonSerializerOptions Indented { get; } = Create(isIndented: true);

    private static JsonSerializerOptions Create(bool isIndented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = isIndented,
    };
}
