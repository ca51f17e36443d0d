using Latent.Bundles;

namespace Latent.Training.Data;

/// <summary>Finds the name that a mistyped one was probably meant to be.</summary>
internal static class NearestName
{
    /// <summary><c>Did you mean "epochs"? </c> (with the space), or nothing where no known name is near.</summary>
    public static string Suggest(string name, IEnumerable<string> known) => Find(name, known) is { } nearest ? $"Did you mean \"{nearest}\"? " : "";

    /// <summary>The known name with the fewest edits, at most a third of the letters and at least two; null where none is so near.</summary>
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
