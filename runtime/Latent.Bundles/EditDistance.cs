namespace Latent.Bundles;

/// <summary>The name that somebody probably meant.</summary>
internal static class NearestName
{
    private const int MaxComparedLength = 64;

    public static string Find(string name, ReadOnlySpan<string> candidates)
    {
        var nearest = candidates[0];
        var smallest = int.MaxValue;
        foreach (var candidate in candidates)
        {
            var distance = Distance(name.AsSpan(0, Math.Min(name.Length, MaxComparedLength)), candidate);
            if (distance < smallest)
                (nearest, smallest) = (candidate, distance);
        }
        return nearest;
    }

    // Levenshtein, one row of the table at a time.
    private static int Distance(ReadOnlySpan<char> from, ReadOnlySpan<char> to)
    {
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
