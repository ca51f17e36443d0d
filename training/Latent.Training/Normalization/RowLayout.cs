using Latent.Onnx;

namespace Latent.Training.Normalization;

/// <summary>
/// Where the columns of a raw row are in model units: first the numbers, in their order, then the slots of one column of
/// words after the other.
/// </summary>
/// <param name="rawSize">The number of columns of a raw row.</param>
/// <param name="words">The columns of words, by rising place; none where all are numbers.</param>
internal sealed class RowLayout(int rawSize, IReadOnlyList<OneHotEncoding> words)
{
    /// <summary>The columns of words, by rising place.</summary>
    public IReadOnlyList<OneHotEncoding> CategoricalColumns => words;

    /// <summary>The number of columns that hold numbers.</summary>
    public int NumberCount => rawSize - words.Count;

    /// <summary>The number of numbers of a row in model units.</summary>
    public int Size => NumberCount + words.Sum(column => column.Size);

    /// <summary>The places in a raw row of the columns that hold numbers.</summary>
    public IEnumerable<int> NumberColumns => Enumerable.Range(0, rawSize).Where(position => words.All(column => column.Column != position));

    /// <summary>Rows in model units.</summary>
    /// <param name="raw">Raw rows.</param>
    /// <param name="scale">What becomes of their numbers, [batch, <see cref="NumberCount"/>].</param>
    public V Open<V>(V raw, Func<V, V> scale)
        where V : struct, IValue<V>
    {
        if (words.Count == 0)
            return scale(raw);

        var parts = words.Select(column => column.Encode(raw.Slice(-1, column.Column, column.Column + 1)));
        V[] numbers = NumberCount == 0 ? [] : [scale(V.Concat(-1, [.. Runs().Select(run => raw.Slice(-1, run.Start, run.End))]))];
        return V.Concat(-1, [.. numbers, .. parts]);
    }

    /// <summary>The slots of a column of words, of rows in model units.</summary>
    public V OneHotOf<V>(V row, OneHotEncoding column)
        where V : struct, IValue<V>
    {
        var start = NumberCount + words.TakeWhile(other => other != column).Sum(other => other.Size);
        return row.Slice(-1, start, start + column.Size);
    }

    /// <summary>One number for each raw column, in their order.</summary>
    /// <param name="row">Rows in model units.</param>
    /// <param name="unscale">What becomes of their numbers, [batch, <see cref="NumberCount"/>].</param>
    /// <param name="close">Makes one number, [batch, 1], of the slots of a column of words.</param>
    public V Close<V>(V row, Func<V, V> unscale, Func<OneHotEncoding, V, V> close)
        where V : struct, IValue<V>
    {
        if (words.Count == 0)
            return unscale(row);

        var parts = words.Select(column => (Place: column.Column, Value: close(column, OneHotOf(row, column)))).ToList();
        var numbers = NumberCount == 0 ? row : unscale(row.Slice(-1, 0, NumberCount));
        var taken = 0;
        foreach (var (start, end) in Runs())
            parts.Add((start, numbers.Slice(-1, taken, taken += end - start)));
        return V.Concat(-1, [.. parts.OrderBy(part => part.Place).Select(part => part.Value)]);
    }

    // Neighbouring columns of numbers are cut out of a row together.
    private IEnumerable<(int Start, int End)> Runs()
    {
        var start = 0;
        foreach (var position in words.Select(column => column.Column).Append(rawSize))
        {
            if (position > start)
                yield return (start, position);
            start = position + 1;
        }
    }
}
