using System.Globalization;
using Latent.Bundles;

namespace Latent.Runtime;

/// <summary>
/// The columns of a model's rows, for reading rows from text: numeric columns, and categorical columns whose categories the
/// bundle's vocabulary maps to indices. Obtained from <see cref="Autoencoder.Table"/>. Thread-safe.
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
    private readonly RowParser parser;

    internal TableFormat(int size, IReadOnlyList<string>? features, CategoryVocabulary? categories, ImageSpec? image = null)
    {
        (Size, this.features, Categories, this.image) = (size, features, categories, image);
        parser = new([.. Enumerable.Range(0, size)], [.. Enumerable.Range(0, size).Select(column => categories?.Find(column))]);
    }

    /// <summary>The number of columns.</summary>
    public int Size { get; }

    /// <summary>The categories of the categorical columns; null if all columns are numeric.</summary>
    public CategoryVocabulary? Categories { get; }

    /// <summary>
    /// Returns the name of a column. Without feature names in the bundle: the number from 1, such as <c>column 3</c>; for images
    /// the position from left and top, from 0, such as <c>pixel (4, 20)</c>, followed by <c>of channel 1</c> if there are several.
    /// </summary>
    /// <param name="column">The column index, from 0.</param>
    public string NameOf(int column) => features?[column] ?? (image is null
        ? string.Create(CultureInfo.InvariantCulture, $"column {column + 1}")
        : PixelName(image, column));

    /// <summary>Reads a row.</summary>
    /// <param name="fields">The fields, in the order of the model's columns: numbers with a decimal point, or categories.</param>
    /// <returns><c>[Size]</c> values, as every operation of <see cref="Autoencoder"/> takes them.</returns>
    /// <exception cref="ShapeException">There are more or fewer fields than columns.</exception>
    /// <exception cref="InputException">A field of a numeric column is not a number, or not finite.</exception>
    public float[] Read(params ReadOnlySpan<string> fields)
    {
        var row = new float[Size];
        Read(fields, row);
        return row;
    }

    /// <summary>Reads a row into the caller's memory.</summary>
    /// <inheritdoc cref="Read(ReadOnlySpan{string})"/>
    /// <param name="fields">The fields.</param>
    /// <param name="row">Receives <c>[Size]</c> values.</param>
    public void Read(ReadOnlySpan<string> fields, Span<float> row)
    {
        if (fields.Length != Size)
            throw new ShapeException(
                "The fields are not one row.", "Read", nameof(fields), $"{Size} fields, one per column", $"{fields.Length} fields",
                "pass exactly the columns that the model was trained on.");
        RowArguments.CheckDestination(row, 1, Size, "Read", nameof(row));
        var invalid = parser.Parse(new TextRecord(fields), row);
        if (invalid >= 0)
            throw new InputException(
                "A field is not a finite number.", "Read", nameof(fields), "a number with a decimal point",
                $"{ErrorText.Quote(fields[invalid] ?? "")} in column {invalid} ('{NameOf(invalid)}')",
                "correct the field, or omit the row.");
    }

    /// <summary>Reads one field.</summary>
    /// <param name="column">The column index, from 0.</param>
    /// <param name="field">The text. A category not seen in training is valid: it becomes <see cref="CategoricalColumn.Unseen"/>.</param>
    /// <param name="value">The number, or the category index.</param>
    /// <returns>False if the column is numeric and the field is not a finite number.</returns>
    public bool TryRead(int column, ReadOnlySpan<char> field, out float value) => parser.TryParse(column, field, out value);

    /// <summary>
    /// Formats one value as text: the category in a categorical column, <c>?</c> for an unseen one, otherwise the number.
    /// </summary>
    /// <param name="column">The column index, from 0.</param>
    /// <param name="value">The value, such as one from <see cref="Autoencoder.Reconstruct(ReadOnlySpan{float})"/>.</param>
    public string Write(int column, float value) => Categories?.Find(column) is { } categories
        ? categories.TryGetCategory(value, out var category) ? category : "?"
        : value.ToString("R", CultureInfo.InvariantCulture);

    private static string PixelName(ImageSpec image, int value)
    {
        var (channel, position) = Math.DivRem(value, image.Height * image.Width);
        var name = string.Create(CultureInfo.InvariantCulture, $"pixel ({position % image.Width}, {position / image.Width})");
        return image.Channels == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} of channel {channel}");
    }

    private readonly ref struct TextRecord(ReadOnlySpan<string> fields) : ITableRecord
    {
        private readonly ReadOnlySpan<string> fields = fields;

        public ReadOnlySpan<char> Field(int position) => fields[position];

        public bool TryNumber(int position, out float value) => RowParser.TryNumber(fields[position], out value);
    }
}
