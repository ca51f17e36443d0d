using System.Globalization;
using Latent.Files;
using Latent.Imaging;

namespace Latent.Data;

/// <summary>Applies the settings of a reference to options; unknown keys are errors.</summary>
internal static class ReferenceSettings
{
    private const string RatingsKind = "ratings";

    // The key 'words' (categorical columns) matches the recipe key data.words.
    /// <summary>The settings allowed after a path.</summary>
    public static readonly string[] OfPaths = ["kind", "label", "resize", "seed", "shape", "test", "validation", "words"];

    /// <summary>The settings allowed after a name, in addition to the entry's own.</summary>
    public static readonly string[] OfNames = ["seed", "test", "validation"];

    public static DataOptions Apply(DataReference reference, DataOptions options, IReadOnlyList<string> own)
    {
        var shared = reference.Kind == DataKind.Name ? OfNames : OfPaths;
        foreach (var (key, value) in reference.Settings)
        {
            if (own.Contains(key)) continue;
            if (!shared.Contains(key)) throw Unknown(reference, key, [.. own.Union(shared).Order(StringComparer.Ordinal)]);
            options = key switch
            {
                "kind" => value == RatingsKind
                    ? options with { Ratings = options.Ratings ?? new() }
                    : throw Unreadable(reference, key, value, $"{RatingsKind}, for a .csv file of user, item and value"),
                "label" => options with { Label = value },
                "resize" => options with { Resize = Read<bool>(reference, key, value, "true or false") },
                "seed" => options with { Seed = Read<ulong>(reference, key, value, "a whole number of at least 0") },
                "shape" => options with { Shape = ReadShape(reference, value) },
                "words" => options with { CategoricalColumns = value.Split(',') },
                "test" => options with { Test = Read<SplitSize>(reference, key, value, "a count (1000) or a fraction (0.1)") },
                _ => options with { Validation = Read<SplitSize>(reference, key, value, "a count (1000) or a fraction (0.1)") },
            };
        }

        return options;
    }

    public static T Read<T>(DataReference reference, string key, string value, string expected) where T : IParsable<T> =>
        T.TryParse(value, CultureInfo.InvariantCulture, out var result)
            ? result
            : throw Unreadable(reference, key, value, expected);

    public static DataException Unreadable(DataReference reference, string key, string value, string expected) =>
        new($"The setting \"{key}\" cannot be parsed.", $"data \"{reference.Text}\"", expected, $"\"{value}\"");

    private static DataException Unknown(DataReference reference, string key, IReadOnlyList<string> known) => new(
        $"Unknown setting \"{key}\".",
        $"data \"{reference.Text}\"",
        fix: $"{NearestName.Suggest(key, known)}Known settings: {string.Join(", ", known)}.");

    private static ImageShape ReadShape(DataReference reference, string value)
    {
        var sizes = value.Split('x')
            .Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : 0)
            .ToArray();
        return sizes is [> 0, > 0, > 0]
            ? new ImageShape(sizes[0], sizes[1], sizes[2])
            : throw Unreadable(reference, "shape", value, "channels x height x width, such as 1x28x28");
    }
}
