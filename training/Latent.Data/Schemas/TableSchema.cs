using Latent.Bundles;

namespace Latent.Data;

/// <summary>Rows of a table with numeric and categorical columns.</summary>
public sealed record TableSchema : Schema
{
    /// <summary>Creates a schema.</summary>
    /// <param name="size">The number of columns.</param>
    /// <param name="features">One name per column, or null.</param>
    /// <param name="categoricalColumns">The categorical columns and their categories; null if all columns are numeric.</param>
    /// <exception cref="ArgumentException">The number of names differs, or a categorical column is out of range.</exception>
    public TableSchema(int size, IReadOnlyList<string>? features = null, CategoryVocabulary? categoricalColumns = null)
        : base([size])
    {
        if (features is not null && features.Count != size)
            throw new ArgumentException($"{features.Count} feature names for {size} features.", nameof(features));
        if (categoricalColumns is not null && categoricalColumns.Columns[^1].Column >= size)
        {
            throw new ArgumentException(
                $"Categorical column {categoricalColumns.Columns[^1].Column}, counted from 0, is out of range for {size} features.",
                nameof(categoricalColumns));
        }

        (Features, CategoricalColumns) = (features, categoricalColumns);
    }

    /// <summary>One name per column, or null.</summary>
    public IReadOnlyList<string>? Features { get; }

    /// <summary>
    /// The categorical columns and their categories; values in these columns are category indices (<see cref="CategoricalColumn"/>).
    /// Null if all columns are numeric.
    /// </summary>
    public CategoryVocabulary? CategoricalColumns { get; }
}
