using System.Globalization;
using Latent.Imaging;
using Latent.Runtime;

namespace Latent.Cli;

/// <summary>Rows to be written.</summary>
/// <param name="Values">The numbers, row after row.</param>
/// <param name="RowShape">Shape of a row in an array.</param>
/// <param name="Columns">Names of the numbers in a table.</param>
/// <param name="Image">The picture a row is, or null.</param>
internal sealed record RowTable(float[] Values, IReadOnlyList<int> RowShape, IReadOnlyList<string> Columns, ImageShape? Image)
{
    /// <summary>Number of rows.</summary>
    public int Count => Values.Length / Columns.Count;

    /// <summary>A file name a row, or null.</summary>
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>The rows that these were made from, which a sheet shows above them; or null.</summary>
    public float[]? Originals { get; init; }

    /// <summary>Pictures in a line of a sheet; null lets the sheet choose.</summary>
    public int? SheetColumns { get; init; }

    /// <summary>Rows as a model takes and redraws them.</summary>
    public static RowTable OfRows(float[] values, Autoencoder model) => new(
        values,
        [.. model.Manifest.Input.Shape.Select(size => (int)size)],
        model.Manifest.Input.Features ?? Numbered("x", model.InputSize),
        RowSpec.ImageOf(model.Manifest));

    /// <summary>Codes, or what belongs to codes.</summary>
    public static RowTable OfCodes(float[] values, Autoencoder model) => new(values, [model.LatentSize], Numbered("z", model.LatentSize), null);

    private static string[] Numbered(string letter, int count) =>
        [.. Enumerable.Range(0, count).Select(number => letter + number.ToString(CultureInfo.InvariantCulture))];
}
