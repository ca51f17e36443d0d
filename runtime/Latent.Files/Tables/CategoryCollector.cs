using Latent.Bundles;

namespace Latent.Files;

/// <summary>Collects the categories of a column: assigns provisional indices on first appearance, and sorts them at the end.</summary>
/// <param name="column">The index of the column among the features, from 0.</param>
/// <param name="where">The column's location in error messages.</param>
internal sealed class CategoryCollector(int column, string where) : ICategoryIndex
{
    // Every category becomes a one-hot unit of the network's input; a column of names or keys would dominate the input.
    private const int MaxCategories = 4096;

    private readonly Dictionary<string, int> indices = new(StringComparer.Ordinal);

    /// <summary>Returns the provisional index of a category, and adds it on its first appearance; 0 for an empty field.</summary>
    /// <exception cref="DataException">The column has too many categories.</exception>
    public int IndexOf(ReadOnlySpan<char> category)
    {
        if (category.IsEmpty) return CategoricalColumn.Unseen;
        var lookup = indices.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(category, out var index)) return index;
        if (indices.Count == MaxCategories)
        {
            throw new DataException(
                "A categorical column has too many categories.",
                where,
                $"at most {MaxCategories}",
                "more",
                "Remove a column of row names or row numbers.");
        }

        indices.Add(category.ToString(), indices.Count + 1);
        return indices.Count;
    }

    /// <summary>Replaces the provisional category indices with the final ones, in ordinal order of the categories.</summary>
    /// <param name="values">The values of all rows, row-major.</param>
    /// <param name="rowSize">The number of values per row.</param>
    public CategoricalColumn Finish(Span<float> values, int rowSize)
    {
        var sorted = new CategoricalColumn(column, [.. indices.Keys.Order(StringComparer.Ordinal)]);
        var final = indices
            .OrderBy(pair => pair.Value)
            .Select(pair => sorted.IndexOf(pair.Key))
            .Prepend(CategoricalColumn.Unseen)
            .ToArray();
        for (var i = column; i < values.Length; i += rowSize)
            values[i] = final[(int)values[i]];
        return sorted;
    }
}
