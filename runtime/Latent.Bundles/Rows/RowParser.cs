using System.Globalization;

namespace Latent.Bundles;

/// <summary>
/// Turns records of a table into rows of a model, the only place that does: chooses the fields, reads finite numbers, and replaces
/// categories with their indices. Thread-safe if its category indices are.
/// </summary>
public sealed class RowParser
{
    private readonly int[] positions;
    private readonly ICategoryIndex?[] categories;

    /// <summary>Creates a parser.</summary>
    /// <param name="positions">For each feature of a row, the position of its field in a record, from 0.</param>
    /// <param name="categories">For each feature of a row, the indices of its categories; null for a number.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public RowParser(IReadOnlyList<int> positions, IReadOnlyList<ICategoryIndex?> categories)
    {
        ArgumentNullException.ThrowIfNull(positions);
        ArgumentNullException.ThrowIfNull(categories);
        if (positions.Count != categories.Count)
            throw new ArgumentException($"{positions.Count} positions for {categories.Count} features.", nameof(positions));
        this.positions = [.. positions];
        this.categories = [.. categories];
    }

    /// <summary>The number of features of a row.</summary>
    public int Size => positions.Length;

    /// <summary>Reads text as a finite number: '.' is the decimal separator, with an optional exponent.</summary>
    /// <param name="field">The text; white space around the number is ignored.</param>
    /// <param name="value">The number.</param>
    public static bool TryNumber(ReadOnlySpan<char> field, out float value) =>
        float.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && float.IsFinite(value);

    /// <summary>Returns the position of a feature's field in a record, from 0.</summary>
    /// <param name="feature">The feature, from 0.</param>
    public int PositionOf(int feature) => positions[feature];

    /// <summary>Reads a row.</summary>
    /// <param name="record">The record.</param>
    /// <param name="row">Receives one value per feature: a number or a category index.</param>
    /// <returns>The first feature whose field is not a finite number; -1 if every field is valid.</returns>
    public int Parse<TRecord>(TRecord record, Span<float> row)
        where TRecord : ITableRecord, allows ref struct
    {
        for (var feature = 0; feature < positions.Length; feature++)
        {
            if (categories[feature] is { } known)
                row[feature] = known.IndexOf(record.Field(positions[feature]));
            else if (!record.TryNumber(positions[feature], out row[feature]))
                return feature;
        }

        return -1;
    }

    /// <summary>Reads the field of one feature.</summary>
    /// <param name="feature">The feature, from 0.</param>
    /// <param name="field">The text.</param>
    /// <param name="value">The number, or the category index.</param>
    /// <returns>False if the feature is a number and the field is not a finite number.</returns>
    public bool TryParse(int feature, ReadOnlySpan<char> field, out float value)
    {
        if (categories[feature] is not { } known)
            return TryNumber(field, out value);
        value = known.IndexOf(field);
        return true;
    }
}
