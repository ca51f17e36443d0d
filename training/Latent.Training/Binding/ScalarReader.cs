using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Latent.Data;

namespace Latent.Training.Binding;

/// <summary>Reads one kind of scalar.</summary>
/// <param name="Description">The expected value in error messages: <c>a whole number</c>.</param>
/// <param name="TryRead">Returns the value, or null where the scalar is not of this kind.</param>
internal sealed record ScalarReader(string Description, Func<RecipeScalar, object?> TryRead)
{
    private static readonly Dictionary<Type, ScalarReader> Known = new()
    {
        [typeof(string)] = new("text", scalar => scalar.IsNull ? null : scalar.Text),
        [typeof(bool)] = Plain<bool>("true or false", text => text is "true" or "false" ? text == "true" : null),
        [typeof(int)] = Number<int>("a whole number", NumberStyles.AllowLeadingSign),
        [typeof(long)] = Number<long>("a whole number", NumberStyles.AllowLeadingSign),
        [typeof(ulong)] = Number<ulong>("a whole number of at least 0", NumberStyles.None),
        [typeof(float)] = Number<float>("a number", NumberStyles.Float),
        [typeof(double)] = Number<double>("a number", NumberStyles.Float),
        [typeof(SplitSize)] = Plain<SplitSize>(
            "a count (5000) or a fraction below 1 (0.1)", text => SplitSize.TryParse(text, null, out var value) ? value : null),
    };

    /// <summary>Returns the reader of a type; null where the type is not a scalar.</summary>
    public static ScalarReader? For(Type type) => type.IsEnum ? ForEnum(type) : Known.GetValueOrDefault(type);

    private static ScalarReader Number<T>(string description, NumberStyles style) where T : struct, INumberBase<T> => Plain<T>(
        description, text => T.TryParse(text, style, CultureInfo.InvariantCulture, out var value) && T.IsFinite(value) ? value : null);

    private static ScalarReader Plain<T>(string description, Func<string, T?> read) where T : struct =>
        new(description, scalar => scalar.IsQuoted || scalar.IsNull ? null : read(scalar.Text));

    private static ScalarReader ForEnum(Type type)
    {
        var names = Enum.GetNames(type).ToDictionary(
            JsonNamingPolicy.SnakeCaseLower.ConvertName, name => Enum.Parse(type, name), StringComparer.Ordinal);
        return new($"one of {string.Join(", ", names.Keys)}", scalar => names.GetValueOrDefault(scalar.Text));
    }
}
