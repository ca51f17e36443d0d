using Latent.Runtime;

namespace Latent.Training.Recommenders;

/// <summary>
/// How high a model ranks what held-out users rated and it did not see, with the definitions of Liang et al. 2018: <c>recall@20</c>
/// and <c>recall@50</c>, the found ones of the first k over min(k, how many there are to find); <c>ndcg@100</c>, the sum of
/// 1 / log₂(place + 1) over found ones of the first 100, over the largest that could be. Means over users.
/// </summary>
internal sealed class RankingTotals
{
    private const int Nearest = 20;
    private const int Near = 50;
    private const int Depth = 100;

    private static readonly double[] Gains = [.. Enumerable.Range(0, Depth).Select(position => 1 / Math.Log2(position + 2))];

    private double nearestSum;
    private double nearSum;
    private double gainSum;
    private int users;

    /// <summary>Adds a user.</summary>
    /// <param name="scores">A score for each item; higher is better.</param>
    /// <param name="seen">What the model saw: those above 0 are not ranked.</param>
    /// <param name="hidden">What it has to find: those above 0, at least one.</param>
    public void Add(ReadOnlySpan<float> scores, ReadOnlySpan<float> seen, ReadOnlySpan<float> hidden)
    {
        Span<int> best = stackalloc int[Depth];
        var positions = best[..TopItems.Select(scores, seen, best)];
        var wanted = hidden.Length - hidden.Count(0f);
        nearestSum += Found(positions, hidden, Nearest) / (double)Math.Min(Nearest, wanted);
        nearSum += Found(positions, hidden, Near) / (double)Math.Min(Near, wanted);
        gainSum += GainOf(positions, hidden) / Gains.Take(wanted).Sum();
        users++;
    }

    /// <summary>The means over users, by name.</summary>
    public IEnumerable<KeyValuePair<string, double>> Means()
    {
        yield return new($"recall@{Nearest}", nearestSum / users);
        yield return new($"recall@{Near}", nearSum / users);
        yield return new($"ndcg@{Depth}", gainSum / users);
    }

    private static int Found(ReadOnlySpan<int> positions, ReadOnlySpan<float> hidden, int depth)
    {
        var found = 0;
        foreach (var item in positions[..Math.Min(depth, positions.Length)])
            found += hidden[item] > 0 ? 1 : 0;
        return found;
    }

    private static double GainOf(ReadOnlySpan<int> positions, ReadOnlySpan<float> hidden)
    {
        var gain = 0.0;
        for (var position = 0; position < positions.Length; position++)
            gain += hidden[positions[position]] > 0 ? Gains[position] : 0;
        return gain;
    }
}
