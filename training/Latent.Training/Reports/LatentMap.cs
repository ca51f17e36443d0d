using Latent.Training.Data;

namespace Latent.Training.Reports;

/// <summary>Codes in a plane, by label.</summary>
/// <param name="Groups">The points of each label, most frequent labels apart, the others together; one group where there are no labels.</param>
/// <param name="XShare">The share of the variance from left to right.</param>
/// <param name="YShare">The share of the variance from bottom to top.</param>
internal sealed record LatentMap(IReadOnlyList<(string Name, IReadOnlyList<(float X, float Y)> Points)> Groups, double XShare, double YShare)
{
    private const string Unlabelled = "code";
    private const string Others = "others";

    /// <summary>Draws the map of some rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="codes">Their codes, row after row.</param>
    public static LatentMap Of(Dataset rows, float[] codes)
    {
        var (points, xShare, yShare) = PrincipalComponents.Project(codes, codes.Length / rows.Count);
        return new LatentMap(rows.Labels is null ? [(Unlabelled, points)] : Grouped(rows, points), xShare, yShare);
    }

    private static List<(string Name, IReadOnlyList<(float X, float Y)> Points)> Grouped(Dataset rows, IReadOnlyList<(float X, float Y)> points)
    {
        var byLabel = points.Zip(rows.Labels!).GroupBy(point => point.Second, point => point.First).OrderByDescending(label => label.Count()).ToList();
        var apart = byLabel.Count > Legend.Colours ? Legend.Colours - 1 : byLabel.Count;
        var groups = byLabel.Take(apart).OrderBy(label => label.Key).Select(label => (RowChoice.NameOf(rows, label.Key), (IReadOnlyList<(float, float)>)[.. label])).ToList();
        if (byLabel.Count > apart)
            groups.Add((Others, [.. byLabel.Skip(apart).SelectMany(label => label)]));
        return groups;
    }
}
