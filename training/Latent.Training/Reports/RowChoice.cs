using Latent.Data;
using Latent.Shared;

namespace Latent.Training.Reports;

/// <summary>Selects the rows that a report shows.</summary>
internal static class RowChoice
{
    /// <summary>
    /// Selects the first row of each label, in label order; if there are fewer labels than requested rows, the first other rows
    /// follow.
    /// </summary>
    /// <param name="rows">The rows to choose from.</param>
    /// <param name="count">The number of rows; fewer only if there are fewer.</param>
    /// <returns>Distinct row indices.</returns>
    public static int[] OfEachLabel(Dataset rows, int count)
    {
        var all = Enumerable.Range(0, rows.Count);
        var firsts = rows.Labels is { } labels
            ? all.GroupBy(row => labels[row]).OrderBy(group => group.Key).Select(group => group.First())
            : [];
        return [.. firsts.Concat(all).Distinct().Take(count)];
    }

    /// <summary>Samples rows by seed, in the order of the data.</summary>
    /// <param name="rows">The rows to choose from.</param>
    /// <param name="count">The number of rows; fewer only if there are fewer.</param>
    /// <param name="seed">The seed.</param>
    public static int[] Sampled(Dataset rows, int count, ulong seed) =>
        [.. SeededShuffle.Permutation(rows.Count, seed).Take(count).Order()];

    /// <summary>Returns the label name of a row; null without labels.</summary>
    public static string? LabelOf(Dataset rows, int row) => rows.Labels is { } labels ? NameOf(rows, labels[row]) : null;

    /// <summary>Returns the name of a label.</summary>
    public static string NameOf(Dataset rows, int label) =>
        rows.LabelNames is { } names && label >= 0 && label < names.Count ? names[label] : $"{label}";
}
