namespace Latent.Runtime;

/// <summary>Finds the items with the highest scores; of equal ones the first comes first. Time n log k, no memory.</summary>
public static class TopItems
{
    /// <summary>Selects and orders.</summary>
    /// <param name="scores">A score for each item.</param>
    /// <param name="seen">Items above 0 are left out.</param>
    /// <param name="best">Receives places of items, the best first.</param>
    /// <returns>How many were written; fewer than there is room for only where fewer are left.</returns>
    public static int Select(ReadOnlySpan<float> scores, ReadOnlySpan<float> seen, Span<int> best)
    {
        // A heap with the worst of the best so far at its root.
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

    // Puts an item in the place of the root.
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
