namespace Latent.Runtime;

/// <summary>Finds the items with the highest scores; ties in item order. O(n log k) time, no allocation.</summary>
public static class TopItems
{
    /// <summary>Selects the best items in descending order.</summary>
    /// <param name="scores">One score per item.</param>
    /// <param name="seen">Items with a value above 0 are excluded.</param>
    /// <param name="best">Receives the item indices, best first.</param>
    /// <returns>The number of indices written; fewer than the length of <paramref name="best"/> only if fewer items are left.</returns>
    public static int Select(ReadOnlySpan<float> scores, ReadOnlySpan<float> seen, Span<int> best)
    {
        // A min-heap of the best items so far.
        var count = 0;
        for (var item = 0; item < scores.Length; item++)
        {
            if (seen[item] > 0)
                continue;
            if (count < best.Length)
                Rise(best, count++, item, scores);
            else if (IsBetter(item, best[0], scores))
                Sink(best, item, scores);
        }

        for (var left = count; left > 1; left--)
        {
            var worst = best[0];
            Sink(best[..(left - 1)], best[left - 1], scores);
            best[left - 1] = worst;
        }

        return count;
    }

    private static void Rise(Span<int> heap, int position, int item, ReadOnlySpan<float> scores)
    {
        for (var parent = (position - 1) / 2; position > 0 && IsBetter(heap[parent], item, scores); parent = (position - 1) / 2)
        {
            heap[position] = heap[parent];
            position = parent;
        }

        heap[position] = item;
    }

    // Replaces the root with an item.
    private static void Sink(Span<int> heap, int item, ReadOnlySpan<float> scores)
    {
        var position = 0;
        for (var child = 1; child < heap.Length; child = (2 * position) + 1)
        {
            if (child + 1 < heap.Length && IsBetter(heap[child], heap[child + 1], scores))
                child++;
            if (!IsBetter(item, heap[child], scores))
                break;
            heap[position] = heap[child];
            position = child;
        }

        heap[position] = item;
    }

    private static bool IsBetter(int item, int other, ReadOnlySpan<float> scores) =>
        scores[item] > scores[other] || (scores[item] == scores[other] && item < other);
}
