using Latent.Data;
using Latent.Shared;

namespace Latent.Training.Reports;

/// <summary>Which rows a report shows.</summary>
internal static class RowChoice
{
    /// <summary>The first row of each label, in the order of the labels; where there are fewer labels than rows wanted, the first other rows.</summary>
    /// <param name="rows">The rows to choose from.</param>
    /// <param name="count">How many; fewer only where there are fewer.</param>
    /// <returns>Places of rows, none twice.</returns>
    public static int[] OfEachLabel(Dataset rows, int count)
    {
        var all = Enumerable.Range(0, rows.Count);
        var firsts = rows.Labels is { } labels ? all.GroupBy(row => labels[row]).OrderBy(group => group.Key).Select(group => group.First()) : [];
        return [.. firsts.Concat(all).Distinct().Take(count)];
    }

    /// <summary>Rows drawn by seed, in the order of the data.</summary>
    /// <param name="rows">The rows to choose from.</param>
    /// <param name="count">How many; fewer only where there are fewer.</param>
    /// <param name="seed">Any number.</param>
    public static int[] Sampled(Dataset rows, int count, ulong seed) =>
        [.. SeededShuffle.Permutation(rows.Count, seed).Take(count).Order()];

    /// <summary>What the label of a row is called; null where there are no labels.</summary>
    public static string? LabelOf(Dataset rows, int row) => rows.Labels is { } labels ? NameOf(rows, labels[row]) : null;

    /// <summary>What a label is called.</summary>
    public static string NameOf(Dataset rows, int label) =>
        rows.LabelNames is { } names && label >= 0 && label < names.Count ? names[label] : $"{label}";
}
