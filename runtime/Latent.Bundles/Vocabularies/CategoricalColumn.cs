using System.Diagnostics.CodeAnalysis;

namespace Latent.Bundles;

/// <summary>
/// A categorical column of a table, with categories such as <c>tcp</c> or <c>http</c>. A row holds the index of the category: its
/// position in <see cref="Categories"/>, from 1; 0 stands for any other category.
/// </summary>
public sealed class CategoricalColumn : ICategoryIndex
{
    /// <summary>The index of every category that the column does not know.</summary>
    public const int Unseen = 0;

    private readonly Dictionary<string, int> indices;

    /// <summary>Creates a categorical column.</summary>
    /// <param name="column">The index of the column in a row, from 0.</param>
    /// <param name="categories">Its categories, each once; none is empty.</param>
    /// <exception cref="ArgumentException">A category occurs twice or is empty, or the column index is negative.</exception>
    public CategoricalColumn(int column, IReadOnlyList<string> categories)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        ArgumentNullException.ThrowIfNull(categories);
        if (categories.Any(string.IsNullOrEmpty) || categories.Distinct(StringComparer.Ordinal).Count() < categories.Count)
            throw new ArgumentException(
                $"The categories of column {column} must be unique and not empty. Received: {ErrorText.Quote(string.Join(", ", categories))}.",
                nameof(categories));

        Column = column;
        Categories = [.. categories];
        indices = Categories.Select((category, position) => (category, position))
            .ToDictionary(pair => pair.category, pair => pair.position + 1, StringComparer.Ordinal);
    }

    /// <summary>The index of the column in a row, from 0.</summary>
    public int Column { get; }

    /// <summary>The categories that the column knows; the first one has index 1.</summary>
    public IReadOnlyList<string> Categories { get; }

    /// <summary>The number of indices: one per category, and 0.</summary>
    public int Size => Categories.Count + 1;

    /// <summary>Returns the index of a category, compared ordinally; <see cref="Unseen"/> when the column does not know it.</summary>
    public int IndexOf(ReadOnlySpan<char> category) =>
        indices.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(category, out var index) ? index : Unseen;

    /// <summary>
    /// Finds the category of an index; false for <see cref="Unseen"/>, a number that is not whole, and one beyond the last category.
    /// </summary>
    public bool TryGetCategory(float number, [NotNullWhen(true)] out string? category)
    {
        var isKnown = float.IsInteger(number) && number > Unseen && number <= Categories.Count;
        category = isKnown ? Categories[(int)number - 1] : null;
        return isKnown;
    }
}
