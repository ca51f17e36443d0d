using Latent.Bundles;

namespace Latent.Data;

/// <summary>Finds the most likely intended name for a mistyped one.</summary>
public static class NearestName
{
    /// <summary>Returns <c>Did you mean "epochs"? </c> (with trailing space), or an empty string if no known name is similar.</summary>
    public static string Suggest(string name, IEnumerable<string> known)
        => Find(name, known) is { } nearest ? $"Did you mean \"{nearest}\"? " : "";

    /// <summary>
    /// Returns the known name with the smallest edit distance, which may be at most a third of the length, or 2 for short names;
    /// null if no name is that close.
    /// </summary>
    public static string? Find(string name, IEnumerable<string> known)
    {
        var allowed = Math.Max(2, name.Length / 3);
        return known
            .Select(candidate => (candidate, distance: EditDistance.Compute(name.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .Where(pair => pair.distance <= allowed && pair.distance < Math.Max(name.Length, pair.candidate.Length))
            .OrderBy(pair => pair.distance)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Select(pair => pair.candidate)
            .FirstOrDefault();
    }
}
