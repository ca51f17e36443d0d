using System.Globalization;
using Latent.Files;
using Latent.Imaging;
using Latent.Runtime;

namespace Latent.Cli;

/// <summary>Rows to write.</summary>
/// <param name="Values">The values, row-major.</param>
/// <param name="RowShape">The shape of a row in an array.</param>
/// <param name="Columns">The column names in a table.</param>
/// <param name="Image">The image shape of a row, or null.</param>
internal sealed record RowTable(float[] Values, IReadOnlyList<int> RowShape, IReadOnlyList<string> Columns, ImageShape? Image)
{
    /// <summary>The number of rows.</summary>
    public int Count => Values.Length / Columns.Count;

    /// <summary>One file name per row, or null.</summary>
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>The original rows of reconstructions, which a sheet shows above them; or null.</summary>
    public float[]? Originals { get; init; }

    /// <summary>The number of images per line of a sheet; null lets the sheet choose.</summary>
    public int? SheetColumns { get; init; }

    /// <summary>Creates a table of a model's input rows or reconstructions.</summary>
    public static RowTable OfRows(float[] values, Autoencoder model) => new(
        values,
        [.. model.Manifest.Input.Shape.Select(size => (int)size)],
        model.Manifest.Input.Features ?? Numbered("x", model.InputSize),
        RowSpec.ImageOf(model.Manifest));

    /// <summary>Creates a table of latent codes, or of their log variances.</summary>
    public static RowTable OfCodes(float[] values, Autoencoder model)
        => new(values, [model.LatentSize], Numbered("z", model.LatentSize), null);

    private static string[] Numbered(string letter, int count) =>
        [.. Enumerable.Range(0, count).Select(number => letter + number.ToString(CultureInfo.InvariantCulture))];
}
