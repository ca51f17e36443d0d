namespace Latent.Cli;

/// <summary>Finds the name that a mistyped one was probably meant to be.</summary>
internal static class Suggestion
{
    /// <summary>The known name with the fewest edits, at most a third of the letters; null where none is so near.</summary>
    public static string? For(string name, IEnumerable<string> known) => known
        .Select(candidate => (Name: candidate, Edits: Edits(name, candidate)))
        .Where(pair => pair.Edits <= Math.Max(2, name.Length / 3) && pair.Edits < pair.Name.Length)
        .OrderBy(pair => pair.Edits)
        .ThenBy(pair => pair.Name, StringComparer.Ordinal)
        .Select(pair => pair.Name)
        .FirstOrDefault();

    // Levenshtein's distance, one row of the table at a time.
    private static int Edits(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0]++;
            for (var j = 1; j <= b.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(diagonal + (a[i - 1] == b[j - 1] ? 0 : 1), Math.Min(row[j], row[j - 1]) + 1));
        }
        return row[^1];
    }
}
