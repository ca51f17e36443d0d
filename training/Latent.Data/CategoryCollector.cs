using Latent.Bundles;

namespace Latent.Data;

/// <summary>Collects the words of a column: numbers them as they come, and sorts them at the end.</summary>
/// <param name="column">The place of the column among the features, from 0.</param>
/// <param name="where">What errors call the column.</param>
internal sealed class CategoryCollector(int column, string where)
{
    // Every word becomes a number that the network sees; a column of names or keys would be all there is.
    private const int MaxCategories = 4096;

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    /// <summary>The number of a word for now; 0 for an empty field.</summary>
    /// <exception cref="DataException">The column has too many different words.</exception>
    public float Add(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty) return CategoricalColumn.Unseen;
        var lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(word, out var number)) return number;
        if (numbers.Count == MaxCategories)
            throw new DataException("A column has too many different words.", where, $"at most {MaxCategories}", "more", "Leave out a column that names or counts its rows.");
        numbers.Add(word.ToString(), numbers.Count + 1);
        return numbers.Count;
    }

    /// <summary>Gives the words their final numbers, by the codes of their letters.</summary>
    /// <param name="values">The numbers of rows.</param>
    /// <param name="rowSize">How many a row has.</param>
    public CategoricalColumn Finish(Span<float> values, int rowSize)
    {
        var words = new CategoricalColumn(column, [.. numbers.Keys.Order(StringComparer.Ordinal)]);
        var final = numbers.OrderBy(pair => pair.Value).Select(pair => words.IndexOf(pair.Key)).Prepend(CategoricalColumn.Unseen).ToArray();
        for (var i = column; i < values.Length; i += rowSize)
            values[i] = final[(int)values[i]];
        return words;
    }
}
