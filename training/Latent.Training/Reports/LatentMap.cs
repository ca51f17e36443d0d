using Latent.Data;

namespace Latent.Training.Reports;

/// <summary>Two-dimensional maps of codes by label: principal components and t-SNE.</summary>
/// <param name="Groups">
/// The principal components by label: one group per frequent label and one for all others; a single group without labels.
/// </param>
/// <param name="XShare">The share of the variance along the horizontal axis.</param>
/// <param name="YShare">The share of the variance along the vertical axis.</param>
/// <param name="Neighbours">The t-SNE embedding (<see cref="TSne"/>) of the first rows, in the same groups.</param>
internal sealed record LatentMap(
    IReadOnlyList<(string Name, IReadOnlyList<(float X, float Y)> Points)> Groups,
    double XShare,
    double YShare,
    IReadOnlyList<(string Name, IReadOnlyList<(float X, float Y)> Points)> Neighbours)
{
    // The cost of t-SNE is quadratic in the number of points.
    private const int MaxNeighbours = 1000;

    private const string Unlabelled = "code";
    private const string Others = "others";

    /// <summary>Computes the maps of some rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="codes">Their codes, row-major.</param>
    public static LatentMap Create(Dataset rows, float[] codes)
    {
        var size = codes.Length / rows.Count;
        var (points, xShare, yShare) = PrincipalComponents.Project(codes, size);
        var count = Math.Min(rows.Count, MaxNeighbours);
        var neighbours = TSne.Embed(codes[..(count * size)], size, [.. points.Take(count)]);
        return new LatentMap(Grouped(rows, points), xShare, yShare, Grouped(rows, neighbours));
    }

    // Both maps have the same groups, so that a label has the same colour in both.
    private static List<(string Name, IReadOnlyList<(float X, float Y)> Points)> Grouped(
        Dataset rows,
        IReadOnlyList<(float X, float Y)> points)
    {
        if (rows.Labels is not { } labels)
            return [(Unlabelled, points)];

        var byFrequency = labels.CountBy(label => label).OrderByDescending(label => label.Value).Select(label => label.Key).ToList();
        var apart = byFrequency.Take(byFrequency.Count > Legend.Colours ? Legend.Colours - 1 : byFrequency.Count).Order().ToList();
        var byLabel = points.Zip(labels).ToLookup(point => point.Second, point => point.First);
        var groups = apart.Select(label => (RowChoice.NameOf(rows, label), (IReadOnlyList<(float, float)>)[.. byLabel[label]])).ToList();
        if (byFrequency.Count > apart.Count)
            groups.Add((Others, [.. byFrequency.Except(apart).SelectMany(label => byLabel[label])]));
        return groups;
    }
}
