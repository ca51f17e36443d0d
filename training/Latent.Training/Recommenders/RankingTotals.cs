using Latent.Runtime;

namespace Latent.Training.Recommenders;

/// <summary>
/// Ranking metrics for the hidden ratings of held-out users, as defined by Liang et al. 2018: <c>recall@20</c> and
/// <c>recall@50</c>, the hits in the top k over min(k, the number of hidden items); <c>ndcg@100</c>, the sum of
/// 1 / log₂(rank + 1) over the hits in the top 100, divided by its maximum. Means over users.
/// </summary>
internal sealed class RankingTotals
{
    private const int FirstCutoff = 20;
    private const int SecondCutoff = 50;
    private const int NdcgCutoff = 100;

    private static readonly double[] Gains = [.. Enumerable.Range(0, NdcgCutoff).Select(item => 1 / Math.Log2(item + 2))];

    private double firstRecallSum;
    private double secondRecallSum;
    private double gainSum;
    private int users;

    /// <summary>Adds a user.</summary>
    /// <param name="scores">A score for each item; higher is better.</param>
    /// <param name="seen">The ratings that the model received; items above 0 are not ranked.</param>
    /// <param name="hidden">The hidden ratings; items above 0 are relevant, at least one.</param>
    public void Add(ReadOnlySpan<float> scores, ReadOnlySpan<float> seen, ReadOnlySpan<float> hidden)
    {
        Span<int> best = stackalloc int[NdcgCutoff];
        var items = best[..TopItems.Select(scores, seen, best)];
        var wanted = hidden.Length - hidden.Count(0f);
        firstRecallSum += Found(items, hidden, FirstCutoff) / (double)Math.Min(FirstCutoff, wanted);
        secondRecallSum += Found(items, hidden, SecondCutoff) / (double)Math.Min(SecondCutoff, wanted);
        gainSum += GainOf(items, hidden) / Gains.Take(wanted).Sum();
        users++;
    }

    /// <summary>Returns the means over users, by name.</summary>
    public IEnumerable<KeyValuePair<string, double>> Means()
    {
        yield return new($"recall@{FirstCutoff}", firstRecallSum / users);
        yield return new($"recall@{SecondCutoff}", secondRecallSum / users);
        yield return new($"ndcg@{NdcgCutoff}", gainSum / users);
    }

    private static int Found(ReadOnlySpan<int> items, ReadOnlySpan<float> hidden, int depth)
    {
        var found = 0;
        foreach (var item in items[..Math.Min(depth, items.Length)])
            found += hidden[item] > 0 ? 1 : 0;
        return found;
    }

    private static double GainOf(ReadOnlySpan<int> items, ReadOnlySpan<float> hidden)
    {
        var gain = 0.0;
        for (var item = 0; item < items.Length; item++)
            gain += hidden[items[item]] > 0 ? Gains[item] : 0;
        return gain;
    }
}
