using System.Globalization;
using Latent.Bundles;

namespace Latent.Runtime;

/// <summary>
/// The columns of a model's rows, for rows that come as text: which are numbers, and which are words that the bundle's
/// vocabulary turns into numbers. Obtained from <see cref="Autoencoder.Table"/>. Thread-safe.
/// </summary>
/// <example>
/// <code>
/// var row = model.Table.Read("0", "tcp", "http", "SF", "181", "5450");
/// </code>
/// </example>
public sealed class TableFormat
{
    private readonly IReadOnlyList<string>? features;
    private readonly ImageSpec? image;

    internal TableFormat(int size, IReadOnlyList<string>? features, CategoryVocabulary? words, ImageSpec? image = null) =>
        (Size, this.features, Categories, this.image) = (size, features, words, image);

    /// <summary>Columns of a row.</summary>
    public int Size { get; }

    /// <summary>The words of the columns that hold words; null where all hold numbers.</summary>
    public CategoryVocabulary? Categories { get; }

    /// <summary>
    /// The name of a column. Where the bundle has no names, its number from 1, as <c>column 3</c>; of pictures the place from
    /// left and top, from 0, as <c>pixel (4, 20)</c>, with <c>of channel 1</c> behind it where there are several.
    /// </summary>
    /// <param name="column">From 0.</param>
    public string NameOf(int column) => features?[column] ?? (image is null
        ? string.Create(CultureInfo.InvariantCulture, $"column {column + 1}")
        : PixelName(image, column));

    /// <summary>Reads a row.</summary>
    /// <param name="fields">Its fields, in the order of the model's columns: numbers with a point for the decimals, or words.</param>
    /// <returns><c>[Size]</c> values, as every verb of <see cref="Autoencoder"/> takes them.</returns>
    /// <exception cref="ShapeException">There are more or fewer fields than columns.</exception>
    /// <exception cref="InputException">A field that should be a number is none, or not finite.</exception>
    public float[] Read(params ReadOnlySpan<string> fields)
    {
        var row = new float[Size];
        Read(fields, row);
        return row;
    }

    /// <summary>Reads a row into the caller's memory.</summary>
    /// <inheritdoc cref="Read(ReadOnlySpan{string})"/>
    /// <param name="fields">Its fields.</param>
    /// <param name="row">Receives <c>[Size]</c> values.</param>
    public void Read(ReadOnlySpan<string> fields, Span<float> row)
    {
        if (fields.Length != Size)
            throw new ShapeException(
                "The fields are not one row.", "Read", nameof(fields), $"{Size} fields, one a column", $"{fields.Length} fields",
                "pass the columns that the model was trained on, and no others.");
        RowArguments.CheckDestination(row, 1, Size, "Read", nameof(row));
        for (var column = 0; column < Size; column++)
        {
            if (!TryRead(column, fields[column], out row[column]))
                throw new InputException(
                    "A field is no finite number.", "Read", nameof(fields), "a number with a point for the decimals",
                    $"{ErrorText.Quote(fields[column] ?? "")} in column {column} ('{NameOf(column)}')", "correct the field, or leave the row out.");
        }
    }

    /// <summary>Reads one field.</summary>
    /// <param name="column">Its column, from 0.</param>
    /// <param name="field">The text. A word that was not seen in training is no error: it is <see cref="CategoricalColumn.Unseen"/>.</param>
    /// <param name="value">The number, or the number of the word.</param>
    /// <returns>False where a number is expected and there is none, or one that is not finite.</returns>
    public bool TryRead(int column, ReadOnlySpan<char> field, out float value)
    {
        if (Categories?.Find(column) is { } words)
        {
            value = words.IndexOf(field);
            return true;
        }

        return float.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && float.IsFinite(value);
    }

    /// <summary>Writes one value as text: the word of a number where the column holds words, <c>?</c> for an unseen one.</summary>
    /// <param name="column">Its column, from 0.</param>
    /// <param name="value">The value, such as one that <see cref="Autoencoder.Reconstruct(ReadOnlySpan{float})"/> gives.</param>
    public string Write(int column, float value) => Categories?.Find(column) is { } words
        ? words.TryWordOf(value, out var word) ? word : "?"
        : value.ToString("R", CultureInfo.InvariantCulture);

    private static string PixelName(ImageSpec image, int value)
    {
        var (channel, position) = Math.DivRem(value, image.Height * image.Width);
        var name = string.Create(CultureInfo.InvariantCulture, $"pixel ({position % image.Width}, {position / image.Width})");
        return image.Channels == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} of channel {channel}");
    }
}
