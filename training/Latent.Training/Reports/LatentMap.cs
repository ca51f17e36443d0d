using Latent.Data;

namespace Latent.Training.Reports;

/// <summary>Codes in a plane, by label: where they scatter most, and by who is whose neighbour.</summary>
/// <param name="Groups">The principal components of each label, most frequent labels apart, the others together; one group where there are no labels.</param>
/// <param name="XShare">The share of the variance from left to right.</param>
/// <param name="YShare">The share of the variance from bottom to top.</param>
/// <param name="Neighbours">The same groups in a plane in which neighbours stay neighbours (<see cref="TSne"/>), of the first of the rows.</param>
internal sealed record LatentMap(
    IReadOnlyList<(string Name, IReadOnlyList<(float X, float Y)> Points)> Groups,
    double XShare,
    double YShare,
    IReadOnlyList<(string Name, IReadOnlyList<(float X, float Y)> Points)> Neighbours)
{
    // Every pair of points is looked at.
    private const int MaxNeighbours = 1000;

    private const string Unlabelled = "code";
    private const string Others = "others";

    /// <summary>Draws the map of some rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="codes">Their codes, row after row.</param>
    public static LatentMap Create(Dataset rows, float[] codes)
    {
        var size = codes.Length / rows.Count;
        var (points, xShare, yShare) = PrincipalComponents.Project(codes, size);
        var count = Math.Min(rows.Count, MaxNeighbours);
        var neighbours = TSne.Embed(codes[..(count * size)], size, [.. points.Take(count)]);
        return new LatentMap(Grouped(rows, points), xShare, yShare, Grouped(rows, neighbours));
    }

    // Both maps have the same groups, so that a label has one colour in both.
    private static List<(string Name, IReadOnlyList<(float X, float Y)> Points)> Grouped(Dataset rows, IReadOnlyList<(float X, float Y)> points)
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
