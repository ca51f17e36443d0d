using Latent.Sequences;
using Latent.Training.Data;

namespace Latent.Training.Evaluation;

/// <summary>Measures whether paraphrases keep what was said: they should be closer to another translation of a verse than random verses are.</summary>
public static class ParaphraseEvaluator
{
    /// <summary>Measures a model on the test verses that it can read in both translations.</summary>
    /// <param name="model">The model.</param>
    /// <param name="folder">The folder with the files of the data set <c>verses</c>.</param>
    /// <param name="count">Paraphrases of each verse, 1 or more.</param>
    /// <param name="temperature">See <see cref="SentenceModel.Paraphrase"/>.</param>
    /// <param name="seed">Seed of all draws.</param>
    /// <param name="most">The most verses to measure.</param>
    /// <param name="options">How tokens are chosen.</param>
    /// <exception cref="DataException">A file is damaged, or no verse fits the model.</exception>
    public static ParaphraseComparison Evaluate(SentenceModel model, string folder, int count, double temperature, long seed, int most, DecodingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        var words = new WordTokenizer();
        var pairs = VersesEntries.Pairs(folder).Where(pair => pair.IsTest && Fits(pair.First) && Fits(pair.Second)).ToArray();
        if (pairs.Length < 2)
            throw new DataException("Too few verses fit the model.", "data set \"verses\"", $"at least 2 test verses of at most {model.MaxTokens} words and signs", $"{pairs.Length}", "Use a model of longer sentences.");

        var chosen = SeededShuffle.Permutation(pairs.Length, (ulong)seed).Take(most).ToArray();
        var random = new SplitMix64((ulong)seed, stream: 1);
        var results = chosen.Select(position => Compare(pairs[position], pairs[(position + 1 + random.Below(pairs.Length - 1)) % pairs.Length])).ToArray();
        var margins = results.Select(result => result.Paraphrases - result.Random).ToArray();
        var margin = margins.Average();
        return new ParaphraseComparison(
            results.Length,
            results.Average(result => result.Paraphrases),
            results.Average(result => result.Random),
            results.Average(result => result.Original),
            margin,
            Math.Sqrt(margins.Sum(own => (own - margin) * (own - margin)) / margins.Length / Math.Max(1, margins.Length - 1)),
            margins.Count(own => own > 0) / (double)margins.Length,
            results.Average(result => result.Changed));

        bool Fits(string text) => words.Split(text).Count <= model.MaxTokens;

        // All in the tokenizer's own spelling, as the model writes.
        (double Paraphrases, double Random, double Original, double Changed) Compare(VersePair pair, VersePair other)
        {
            var (original, reference, stranger) = (Spelled(pair.First), Spelled(pair.Second), Spelled(other.First));
            var paraphrases = model.Paraphrase(pair.First, count, temperature, seed, options);
            return (
                paraphrases.Average(text => ChrF.Compute(text, reference)),
                ChrF.Compute(stranger, reference),
                ChrF.Compute(original, reference),
                paraphrases.Count(text => text != original) / (double)paraphrases.Count);
        }

        string Spelled(string text) => words.Join(words.Split(text));
    }
}
