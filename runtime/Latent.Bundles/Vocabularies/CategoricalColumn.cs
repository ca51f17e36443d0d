using System.Diagnostics.CodeAnalysis;

namespace Latent.Bundles;

/// <summary>
/// A column of a table that holds words, such as <c>tcp</c> or <c>http</c>. In a row a word is a number: its place in
/// <see cref="Categories"/>, from 1; 0 is any other word.
/// </summary>
public sealed class CategoricalColumn
{
    /// <summary>The number of every word that the column does not know.</summary>
    public const int Unseen = 0;

    private readonly Dictionary<string, int> positions;

    /// <summary>Makes a column of words.</summary>
    /// <param name="column">The place of the column in a row, from 0.</param>
    /// <param name="words">Its words, each once; none is empty.</param>
    /// <exception cref="ArgumentException">A word occurs twice or is empty, or the column is negative.</exception>
    public CategoricalColumn(int column, IReadOnlyList<string> words)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        ArgumentNullException.ThrowIfNull(words);
        if (words.FirstOrDefault(string.IsNullOrEmpty) is not null || words.Distinct(StringComparer.Ordinal).Count() < words.Count)
            throw new ArgumentException($"The words of column {column} must be texts that are not empty, each once. Received: {ErrorText.Quote(string.Join(", ", words))}.", nameof(words));

        Column = column;
        Categories = [.. words];
        positions = Categories.Select((word, position) => (word, position)).ToDictionary(pair => pair.word, pair => pair.position + 1, StringComparer.Ordinal);
    }

    /// <summary>The place of the column in a row, from 0.</summary>
    public int Column { get; }

    /// <summary>The words that the column knows; the first one is number 1.</summary>
    public IReadOnlyList<string> Categories { get; }

    /// <summary>How many numbers there are: one a word, and 0.</summary>
    public int Size => Categories.Count + 1;

    /// <summary>The number of a word, letter by letter; <see cref="Unseen"/> where the column does not know it.</summary>
    public int IndexOf(ReadOnlySpan<char> word) => positions.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var number) ? number : Unseen;

    /// <summary>The word of a number; false for <see cref="Unseen"/>, for what is no whole number and for what is beyond the last word.</summary>
    public bool TryWordOf(float number, [NotNullWhen(true)] out string? word)
    {
        var isKnown = float.IsInteger(number) && number > Unseen && number <= Categories.Count;
        word = isKnown ? Categories[(int)number - 1] : null;
        return isKnown;
    }
}
