namespace Latent.Bundles;

/// <summary>Levenshtein's edit distance, and the known name that is closest to an unknown one.</summary>
public static class EditDistance
{
    private const int MaxComparedLength = 64;

    /// <summary>The name with the fewest edits.</summary>
    /// <param name="name">What was written; compared up to its first 64 characters.</param>
    /// <param name="candidates">Names, at least one; of equally near ones the first.</param>
    public static string Nearest(string name, ReadOnlySpan<string> candidates)
    {
        var nearest = candidates[0];
        var smallest = int.MaxValue;
        foreach (var candidate in candidates)
        {
            var distance = Compute(name.AsSpan(0, Math.Min(name.Length, MaxComparedLength)), candidate);
            if (distance < smallest)
                (nearest, smallest) = (candidate, distance);
        }
        return nearest;
    }

    /// <summary>Insertions, deletions and substitutions of one character that turn one text into the other (Levenshtein 1966).</summary>
    /// <param name="from">A text.</param>
    /// <param name="to">Another.</param>
    public static int Compute(ReadOnlySpan<char> from, ReadOnlySpan<char> to)
    {
        // One row of the table at a time.
        var row = new int[to.Length + 1];
        for (var j = 0; j <= to.Length; j++)
            row[j] = j;

        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var substituted = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }
}
