using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Latent.Training.Binding;

/// <summary>
/// Reads immutable records out of recipes, strictly: every key is known, present where it is <c>required</c>, given once, of the right
/// type and within its bounds. Keys are the property names in snake_case. Values are whole numbers, numbers, truth values, texts,
/// enums (snake_case), <see cref="Data.SplitSize"/>, records, and lists and string-keyed dictionaries of these.
/// </summary>
/// <remarks>
/// Bounds are attributes on properties (<see cref="RangeAttribute"/>); a record that is an
/// <see cref="IRecordCheck"/> is asked at the end.
/// </remarks>
public static class RecordBinder
{
    /// <summary>How records are written as JSON: snake_case keys and enums.</summary>
    public static JsonSerializerOptions JsonOptions { get; } = RecordJson.CreateOptions();

    /// <summary>Reads a record.</summary>
    /// <param name="node">What was written.</param>
    /// <param name="path">What error messages call it, for example <c>options</c>; empty for a whole recipe.</param>
    /// <exception cref="RecipeException">It does not fit the record; the message says where and what would.</exception>
    public static T Bind<T>(RecipeNode node, string path) where T : class => (T)NodeBinder.BindRecord(node, typeof(T), path);

    /// <summary>Reads several records out of one mapping; each key belongs to one of them.</summary>
    /// <param name="mapping">What was written.</param>
    /// <param name="path">What error messages call it, for example <c>options</c>.</param>
    /// <param name="types">The types of the records, which share no key.</param>
    /// <returns>A record a type, in their order.</returns>
    /// <exception cref="RecipeException">It does not fit the records; the message says where and what would.</exception>
    public static IReadOnlyList<object> BindTogether(RecipeMapping mapping, string path, params Type[] types) => NodeBinder.BindTogether(mapping, types, path);

    /// <summary>Reads the value of an enum.</summary>
    /// <param name="node">What was written.</param>
    /// <param name="path">What error messages call it.</param>
    /// <exception cref="RecipeException">It is none of the values; the message lists them.</exception>
    public static TEnum BindEnum<TEnum>(RecipeNode node, string path) where TEnum : struct, Enum => (TEnum)NodeBinder.BindScalar(node, typeof(TEnum), path);

    /// <summary>Reads a record out of JSON, for example the options in a bundle.</summary>
    /// <param name="json">A JSON object.</param>
    /// <param name="path">What error messages call it, for example <c>options</c>.</param>
    /// <param name="source">Where it comes from, for error messages.</param>
    /// <exception cref="RecipeException">It does not fit the record; the message says what would.</exception>
    public static T Bind<T>(JsonElement json, string path, string source = "json") where T : class => Bind<T>(RecipeNode.FromJson(json, source), path);

    /// <inheritdoc cref="Bind{T}(JsonElement, string, string)"/>
    public static T Bind<T>(JsonObject json, string path, string source = "json") where T : class =>
        Bind<T>(JsonSerializer.SerializeToElement(json), path, source);

    /// <summary>Writes a record as JSON that <see cref="Bind{T}(JsonElement, string, string)"/> reads back.</summary>
    public static JsonObject ToJson<T>(T record) where T : class => JsonSerializer.SerializeToNode(record, record.GetType(), JsonOptions)!.AsObject();

    /// <summary>The name of an enum value as recipes and bundles write it (snake_case).</summary>
    public static string NameOf<TEnum>(TEnum value) where TEnum : struct, Enum =>
        JsonSerializer.SerializeToElement(value, JsonOptions).GetString()!;
}
