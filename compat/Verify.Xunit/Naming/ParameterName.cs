using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Text;

namespace VerifyTests;

/// <summary>Writes a test's argument so that it can be part of a file name.</summary>
internal static class ParameterName
{
    private static readonly SearchValues<char> Invalid =
        SearchValues.Create([.. "\"\\<>|:*?/", .. Enumerable.Range(0, 32).Select(code => (char)code)]);

    public static void Append(object? value, StringBuilder builder, bool isRoot)
    {
        switch (value)
        {
            case null:
                builder.Append("null");
                break;
            case string text:
                AppendValid(text, builder);
                break;
            case IEnumerable items:
                AppendItems(items, builder, isRoot);
                break;
            default:
                AppendValid(Text(value), builder);
                break;
        }
    }

    private static string Text(object value) => value switch
    {
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("h-mm-tt", CultureInfo.InvariantCulture),
        IFormattable number when value.GetType().IsPrimitive || value is decimal or Half => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? throw new Exception($"{value.GetType().FullName} returned a null for `ToString()`."),
    };

    private static void AppendItems(IEnumerable items, StringBuilder builder, bool isRoot)
    {
        var parts = new List<string>();
        foreach (var item in items)
        {
            var part = new StringBuilder();
            Append(item, part, isRoot: false);
            parts.Add(part.ToString());
        }

        var text = string.Join(',', parts);
        builder.Append(isRoot && parts.Count > 0 ? text : $"[{text}]");
    }

    private static void AppendValid(string text, StringBuilder builder)
    {
        foreach (var character in text)
            builder.Append(Invalid.Contains(character) ? '-' : character);
    }
}
