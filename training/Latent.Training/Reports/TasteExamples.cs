using Latent.Runtime;
using Latent.Training.Data;
using Latent.Training.Evaluation;

namespace Latent.Training.Reports;

/// <summary>Asks a recommender for a few held-out users.</summary>
internal static class TasteExamples
{
    private const int Users = 5;
    private const int Recommended = 5;
    private const int MostTitles = 8;

    /// <summary>Gives the first users of the test part with enough ratings to be told from others, and what the model makes of them.</summary>
    /// <param name="test">Rows of ratings; rows of anything else give no examples.</param>
    /// <param name="spec">How their ratings are divided.</param>
    /// <param name="score">The model.</param>
    public static IReadOnlyList<TasteExample> Of(Dataset test, HeldOutSpec spec, HeldOutUsers.Scorer score)
    {
        if (test.Items is not { } items)
            return [];

        var (seen, hidden, users) = new FoldIn(spec.FoldIn, spec.Seed).Divide(test);
        int[] chosen = [.. users.Where(user => Rated(hidden.Row(user)).Count > 1).Take(Users)];
        var scores = score(seen.Subset(chosen).Values);
        return [.. chosen.Select((user, place) => new TasteExample(
            Titles(Rated(seen.Row(user)), items.Titles),
            Titles(Rated(hidden.Row(user)), items.Titles),
            Titles(Best(scores.AsSpan(place * test.SampleSize, test.SampleSize), seen.Row(user)), items.Titles)))];
    }

    private static List<string> Titles(IReadOnlyList<int> places, IReadOnlyList<string> titles)
    {
        var shown = places.Take(MostTitles).Select(place => titles[place]).ToList();
        if (places.Count > MostTitles)
            shown.Add($"and {places.Count - MostTitles} more");
        return shown;
    }

    private static List<int> Rated(ReadOnlySpan<float> row)
    {
        var places = new List<int>();
        for (var place = 0; place < row.Length; place++)
        {
            if (row[place] > 0)
                places.Add(place);
        }

        return places;
    }

    private static int[] Best(ReadOnlySpan<float> scores, ReadOnlySpan<float> seen)
    {
        var best = new int[Recommended];
        return best[..TopItems.Select(scores, seen, best)];
    }
}
