using Latent.Data;
using Latent.Files;

namespace Latent.Training.Recommenders;

/// <summary>
/// Measures how well hidden ratings of held-out users are predicted (strong generalization): <see cref="RankingTotals"/>.
/// </summary>
public static class HeldOutUsers
{
    private const int RowsAtOnce = 500;

    /// <summary>Returns a score per row and item.</summary>
    public delegate float[] Scorer(ReadOnlySpan<float> rows);

    /// <summary>Evaluates on every row with at least one seen and one hidden rating.</summary>
    /// <param name="score">The model.</param>
    /// <param name="rows">Rows of ratings of users that the model was not trained on.</param>
    /// <param name="spec">How their ratings are split.</param>
    /// <param name="predictsRatings">Whether scores are ratings, so that <c>rmse</c> of the hidden ratings is meaningful.</param>
    /// <exception cref="DataException">No row has two ratings.</exception>
    public static Dictionary<string, double> Measure(Scorer score, Dataset rows, HeldOutSpec spec, bool predictsRatings = false)
    {
        var (seen, hidden, users) = new FoldIn(spec.FoldIn, spec.Seed).Divide(rows);
        if (users.Count == 0)
        {
            throw new DataException(
                "No user has two ratings of items that the model knows.",
                rows.Name,
                "one rating to show and one to hide",
                $"{rows.Count} users with one or none");
        }

        var (totals, errors) = (new RankingTotals(), new List<double>());
        foreach (var chunk in users.Chunk(RowsAtOnce))
        {
            var scores = score(seen.Subset(chunk).Values);
            for (var i = 0; i < chunk.Length; i++)
            {
                var ofUser = scores.AsSpan(i * rows.SampleSize, rows.SampleSize);
                totals.Add(ofUser, seen.Row(chunk[i]), hidden.Row(chunk[i]));
                AddErrors(ofUser, hidden.Row(chunk[i]), errors);
            }
        }

        var metrics = totals.Means().ToDictionary();
        if (predictsRatings)
            metrics["rmse"] = Math.Sqrt(errors.Average());
        return metrics;
    }

    private static void AddErrors(ReadOnlySpan<float> scores, ReadOnlySpan<float> hidden, List<double> errors)
    {
        for (var item = 0; item < hidden.Length; item++)
        {
            if (hidden[item] > 0)
                errors.Add(((double)scores[item] - hidden[item]) * ((double)scores[item] - hidden[item]));
        }
    }
}
