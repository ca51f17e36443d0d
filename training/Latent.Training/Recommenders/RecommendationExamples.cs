using Latent.Data;
using Latent.Runtime;

namespace Latent.Training.Recommenders;

/// <summary>Creates recommendation examples for a few held-out users.</summary>
internal static class RecommendationExamples
{
    private const int Users = 5;
    private const int Recommended = 5;
    private const int MaxTitles = 8;

    /// <summary>Returns the recommendations for the first test users with at least two hidden ratings.</summary>
    /// <param name="test">Rows of ratings; other rows give no examples.</param>
    /// <param name="spec">How their ratings are split.</param>
    /// <param name="score">The model.</param>
    public static IReadOnlyList<RecommendationExample> Create(Dataset test, HeldOutSpec spec, HeldOutUsers.Scorer score)
    {
        if (test.Items is not { } items)
            return [];

        var (seen, hidden, users) = new FoldIn(spec.FoldIn, spec.Seed).Divide(test);
        int[] chosen = [.. users.Where(user => Rated(hidden.Row(user)).Count > 1).Take(Users)];
        var scores = score(seen.Subset(chosen).Values);
        return [.. chosen.Select((user, position) => new RecommendationExample(
            Titles(Rated(seen.Row(user)), items.Titles),
            Titles(Rated(hidden.Row(user)), items.Titles),
            Titles(Best(scores.AsSpan(position * test.SampleSize, test.SampleSize), seen.Row(user)), items.Titles)))];
    }

    private static List<string> Titles(IReadOnlyList<int> positions, IReadOnlyList<string> titles)
    {
        var shown = positions.Take(MaxTitles).Select(position => titles[position]).ToList();
        if (positions.Count > MaxTitles)
            shown.Add($"and {positions.Count - MaxTitles} more");
        return shown;
    }

    private static List<int> Rated(ReadOnlySpan<float> row)
    {
        var positions = new List<int>();
        for (var position = 0; position < row.Length; position++)
        {
            if (row[position] > 0)
                positions.Add(position);
        }

        return positions;
    }

    private static int[] Best(ReadOnlySpan<float> scores, ReadOnlySpan<float> seen)
    {
        var best = new int[Recommended];
        return best[..TopItems.Select(scores, seen, best)];
    }
}
