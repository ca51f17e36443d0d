namespace Latent.Training.Evaluation;

/// <summary>Orders items by their scores.</summary>
internal static class Ranking
{
    /// <summary>The items with the highest scores, best first; of equal ones the first comes first.</summary>
    /// <param name="scores">A score for each item.</param>
    /// <param name="seen">Items above 0 are left out.</param>
    /// <param name="depth">How many; fewer only where there are fewer.</param>
    public static int[] Best(ReadOnlySpan<float> scores, ReadOnlySpan<float> seen, int depth)
    {
        var queue = new PriorityQueue<int, (float Score, int Negated)>(depth + 1);
        for (var item = 0; item < scores.Length; item++)
        {
            if (seen[item] > 0)
                continue;
            if (queue.Count < depth)
                queue.Enqueue(item, (scores[item], -item));
            else
                queue.EnqueueDequeue(item, (scores[item], -item));
        }

        var best = new int[queue.Count];
        for (var place = best.Length - 1; place >= 0; place--)
            best[place] = queue.Dequeue();
        return best;
    }
}
