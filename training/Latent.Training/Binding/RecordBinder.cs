using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Latent.Training.Binding;

/// <summary>
/// Binds recipes to immutable records, strictly: every key is known, present where it is <c>required</c>, given once, of the
/// right type and within its bounds. Keys are the property names in snake_case. Values are whole numbers, numbers, booleans,
/// texts, enums (snake_case), <see cref="Data.SplitSize"/>, records, and lists and string-keyed dictionaries of these.
/// </summary>
/// <remarks>
/// Bounds are <see cref="RangeAttribute"/> on properties; <see cref="IRecordCheck"/> is
/// called last, on records that implement it.
/// </remarks>
public static class RecordBinder
{
    /// <summary>The JSON options of records: snake_case keys and enums.</summary>
    public static JsonSerializerOptions JsonOptions { get; } = RecordJson.CreateOptions();

    /// <summary>Binds a record.</summary>
    /// <param name="node">The node as written.</param>
    /// <param name="path">The path in error messages, for example <c>options</c>; empty for a whole recipe.</param>
    /// <exception cref="RecipeException">The node does not fit the record; the message says where, and what is expected.</exception>
    public static T Bind<T>(RecipeNode node, string path) where T : class => (T)NodeBinder.BindRecord(node, typeof(T), path);

    /// <summary>Binds several records from one mapping; each key belongs to one of them.</summary>
    /// <param name="mapping">The node as written.</param>
    /// <param name="path">The path in error messages, for example <c>options</c>.</param>
    /// <param name="types">The types of the records, which share no key.</param>
    /// <returns>One record per type, in order.</returns>
    /// <exception cref="RecipeException">The mapping does not fit the records; the message says where, and what is expected.</exception>
    public static IReadOnlyList<object> BindTogether(RecipeMapping mapping, string path, params Type[] types) =>
        NodeBinder.BindTogether(mapping, types, path);

    /// <summary>Binds the value of an enum.</summary>
    /// <param name="node">The node as written.</param>
    /// <param name="path">The path in error messages.</param>
    /// <exception cref="RecipeException">It is not a value of the enum; the message lists the values.</exception>
    public static TEnum BindEnum<TEnum>(RecipeNode node, string path) where TEnum : struct, Enum =>
        (TEnum)NodeBinder.BindScalar(node, typeof(TEnum), path);

    /// <summary>Binds a record from JSON, for example the options in a bundle.</summary>
    /// <param name="json">A JSON object.</param>
    /// <param name="path">The path in error messages, for example <c>options</c>.</param>
    /// <param name="source">The source, for error messages.</param>
    /// <exception cref="RecipeException">The JSON does not fit the record; the message says what is expected.</exception>
    public static T Bind<T>(JsonElement json, string path, string source = "json") where T : class =>
        Bind<T>(RecipeNode.FromJson(json, source), path);

    /// <inheritdoc cref="Bind{T}(JsonElement, string, string)"/>
    public static T Bind<T>(JsonObject json, string path, string source = "json") where T : class =>
        Bind<T>(JsonSerializer.SerializeToElement(json), path, source);

    /// <summary>Writes a record as JSON that <see cref="Bind{T}(JsonElement, string, string)"/> reads back.</summary>
    public static JsonObject ToJson<T>(T record) where T : class =>
        JsonSerializer.SerializeToNode(record, record.GetType(), JsonOptions)!.AsObject();

    /// <summary>Writes several records, which share no key, as one JSON object that <see cref="BindTogether"/> reads back.</summary>
    /// <param name="records">The records.</param>
    public static JsonObject ToJsonTogether(params IReadOnlyList<object> records)
    {
        var joined = new JsonObject();
        foreach (var (key, value) in records.SelectMany(record => ToJson(record)))
            joined[key] = value?.DeepClone();
        return joined;
    }

    /// <summary>Returns the name of an enum value in recipes and bundles (snake_case).</summary>
    public static string NameOf<TEnum>(TEnum value) where TEnum : struct, Enum =>
        JsonSerializer.SerializeToElement(value, JsonOptions).GetString()!;
}
