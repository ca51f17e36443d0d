namespace Latent.Training.Sequences;

/// <summary>
/// The similarity of two texts by shared character n-grams: the mean F2 score over n-grams of 1 to 6 characters, without
/// white space (chrF, Popović 2015). 0 for nothing in common, 1 for equal texts.
/// </summary>
public static class ChrF
{
    private const int MaxOrder = 6;

    // Recall counts twice as much as precision.
    private const double Beta = 2;

    /// <summary>Computes the score of a text against a reference.</summary>
    public static double Compute(string text, string reference)
    {
        var (own, other) = (Letters(text), Letters(reference));
        var scores = new List<double>();
        for (var size = 1; size <= MaxOrder; size++)
        {
            var (found, wanted) = (Runs(own, size), Runs(other, size));
            if (found.Count > 0 || wanted.Count > 0)
                scores.Add(Score(found, wanted));
        }

        return scores.Count == 0 ? 0 : scores.Average();
    }

    private static double Score(Dictionary<string, int> found, Dictionary<string, int> wanted)
    {
        double shared = found.Sum(run => Math.Min(run.Value, wanted.GetValueOrDefault(run.Key)));
        if (shared == 0)
            return 0;
        var (precision, recall) = (shared / found.Values.Sum(), shared / wanted.Values.Sum());
        return (1 + (Beta * Beta)) * precision * recall / ((Beta * Beta * precision) + recall);
    }

    private static string Letters(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    private static Dictionary<string, int> Runs(string text, int size)
    {
        var runs = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i + size <= text.Length; i++)
        {
            var run = text.Substring(i, size);
            runs[run] = runs.GetValueOrDefault(run) + 1;
        }

        return runs;
    }
}
