using System.Text;
using Latent.Bundles;
using Latent.Files;

namespace Latent.Data;

/// <summary>Reads ARFF tables of numeric attributes whose last attribute is a nominal label.</summary>
internal static class ArffTable
{
    /// <summary>Reads a table.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">The name of the data set.</param>
    /// <exception cref="DataException">A line cannot be parsed.</exception>
    public static Dataset Read(string path, string name)
    {
        var (features, labels) = (new List<string>(), Array.Empty<string>());
        var (values, classes) = (new List<float>(), new List<int>());
        using var reader = new StreamReader(PlainFile.Open(path), new UTF8Encoding(false, throwOnInvalidBytes: true));
        var isData = false;
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            var (text, where) = (line.Trim(), $"{path}, line {number}");
            if (text.Length == 0 || text[0] == '%' || text.StartsWith("@relation", StringComparison.OrdinalIgnoreCase))
                continue;
            if (text.StartsWith("@data", StringComparison.OrdinalIgnoreCase))
                isData = true;
            else if (isData)
                AddRow(text.Split(','), features.Count, labels, values, classes, where);
            else
                AddAttribute(text, features, ref labels, where);
        }
        return new Dataset(name, new TableSchema(features.Count, features), [.. values], [.. classes], labels);
    }

    // A nominal attribute, whose values are in braces, is the label.
    private static void AddAttribute(string line, List<string> features, ref string[] labels, string where)
    {
        var fields = line.Split((char[]?)null, 3, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (fields is not ["@attribute" or "@ATTRIBUTE", var name, var kind])
        {
            throw new DataException(
                "The line is not an attribute declaration.",
                where,
                "@attribute name numeric, or @attribute name { values }",
                $"\"{line}\"");
        }

        if (kind.StartsWith('{'))
            labels = kind.Trim('{', '}').Split(',', StringSplitOptions.TrimEntries);
        else
            features.Add(name);
    }

    private static void AddRow(string[] fields, int features, string[] labels, List<float> values, List<int> classes, string where)
    {
        if (fields.Length != features + 1)
        {
            throw new DataException(
                "The number of values differs from the number of attributes.", where, $"{features + 1}", $"{fields.Length}");
        }

        foreach (var field in fields[..features])
        {
            if (!RowParser.TryNumber(field, out var value))
                throw new DataException("A value is not a finite number.", where, "a finite number", $"\"{field}\"");
            values.Add(value);
        }
        var label = Array.IndexOf(labels, fields[features].Trim());
        classes.Add(
            label >= 0
                ? label
                : throw new DataException("A label is unknown.", where, string.Join(", ", labels), $"\"{fields[features]}\""));
    }
}
