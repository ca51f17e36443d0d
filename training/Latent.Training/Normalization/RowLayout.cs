using Latent.Onnx;

namespace Latent.Training.Normalization;

/// <summary>
/// The layout of raw columns in model units: first the numeric columns, in order, then the one-hot units of each categorical
/// column.
/// </summary>
/// <param name="rawSize">The number of columns of a raw row.</param>
/// <param name="categoricalColumns">The categorical columns, by increasing index; empty where all columns are numeric.</param>
internal sealed class RowLayout(int rawSize, IReadOnlyList<OneHotEncoding> categoricalColumns)
{
    /// <summary>The categorical columns, by increasing index.</summary>
    public IReadOnlyList<OneHotEncoding> CategoricalColumns => categoricalColumns;

    /// <summary>The number of numeric columns.</summary>
    public int NumberCount => rawSize - categoricalColumns.Count;

    /// <summary>The number of features of a row in model units.</summary>
    public int Size => NumberCount + categoricalColumns.Sum(column => column.Size);

    /// <summary>The indices of the numeric columns in a raw row.</summary>
    public IEnumerable<int> NumberColumns =>
        Enumerable.Range(0, rawSize).Where(position => categoricalColumns.All(column => column.Column != position));

    /// <summary>Converts raw rows to model units.</summary>
    /// <param name="raw">Raw rows.</param>
    /// <param name="scale">Scales the values of the numeric columns, [batch, <see cref="NumberCount"/>].</param>
    public V Open<V>(V raw, Func<V, V> scale)
        where V : struct, IValue<V>
    {
        if (categoricalColumns.Count == 0)
            return scale(raw);

        var parts = categoricalColumns.Select(column => column.Encode(raw.Slice(-1, column.Column, column.Column + 1)));
        V[] numbers = NumberCount == 0 ? [] : [scale(V.Concat(-1, [.. Runs().Select(run => raw.Slice(-1, run.Start, run.End))]))];
        return V.Concat(-1, [.. numbers, .. parts]);
    }

    /// <summary>Returns the one-hot units of a categorical column, from rows in model units.</summary>
    public V OneHotOf<V>(V row, OneHotEncoding column)
        where V : struct, IValue<V>
    {
        var start = NumberCount + categoricalColumns.TakeWhile(other => other != column).Sum(other => other.Size);
        return row.Slice(-1, start, start + column.Size);
    }

    /// <summary>Computes one value per raw column, in order.</summary>
    /// <param name="row">Rows in model units.</param>
    /// <param name="unscale">Unscales the values of the numeric columns, [batch, <see cref="NumberCount"/>].</param>
    /// <param name="close">Computes one value, [batch, 1], from the one-hot units of a categorical column.</param>
    public V Close<V>(V row, Func<V, V> unscale, Func<OneHotEncoding, V, V> close)
        where V : struct, IValue<V>
    {
        if (categoricalColumns.Count == 0)
            return unscale(row);

        var parts = categoricalColumns.Select(column => (Index: column.Column, Value: close(column, OneHotOf(row, column)))).ToList();
        var numbers = NumberCount == 0 ? row : unscale(row.Slice(-1, 0, NumberCount));
        var taken = 0;
        foreach (var (start, end) in Runs())
            parts.Add((start, numbers.Slice(-1, taken, taken += end - start)));
        return V.Concat(-1, [.. parts.OrderBy(part => part.Index).Select(part => part.Value)]);
    }

    // Adjacent numeric columns are sliced out of a row together.
    private IEnumerable<(int Start, int End)> Runs()
    {
        var start = 0;
        foreach (var position in categoricalColumns.Select(column => column.Column).Append(rawSize))
        {
            if (position > start)
                yield return (start, position);
            start = position + 1;
        }
    }
}
