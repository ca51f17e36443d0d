using Latent.Data;

namespace Latent.Training.Recommenders;

/// <summary>Measures how well unseen ratings of users are found (strong generalisation): <see cref="RankingTotals"/>.</summary>
internal static class HeldOutUsers
{
    private const int RowsAtOnce = 500;

    /// <summary>Gives a score for each item of each row.</summary>
    public delegate float[] Scorer(ReadOnlySpan<float> rows);

    /// <summary>Measures on every row that has something to see and something to find.</summary>
    /// <param name="score">The model.</param>
    /// <param name="rows">Rows of ratings of users that the model was not trained on.</param>
    /// <param name="spec">How they are divided.</param>
    /// <param name="predictsRatings">Whether scores are ratings, so that <c>rmse</c> of the hidden ones says something.</param>
    /// <exception cref="DataException">No row has two ratings.</exception>
    public static Dictionary<string, double> Measure(Scorer score, Dataset rows, HeldOutSpec spec, bool predictsRatings = false)
    {
        var (seen, hidden, users) = new FoldIn(spec.FoldIn, spec.Seed).Divide(rows);
        if (users.Count == 0)
            throw new DataException("No user has two ratings of items that the model knows.", rows.Name, "a rating to see and one to find", $"{rows.Count} users with one or none");
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
