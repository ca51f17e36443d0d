using Latent.Data;
using Latent.Files;
using Latent.Sequences;
using Latent.Shared;

namespace Latent.Training.Sequences;

/// <summary>
/// Measures whether paraphrases keep the meaning: they should be closer to another translation of a verse than random verses
/// are.
/// </summary>
public static class ParaphraseEvaluator
{
    /// <summary>Evaluates a model on the test verses that fit it in both translations.</summary>
    /// <param name="model">The model.</param>
    /// <param name="folder">The folder with the files of the data set <c>verses</c>.</param>
    /// <param name="count">The number of paraphrases per verse, 1 or more.</param>
    /// <param name="temperature">See <see cref="SentenceModel.Paraphrase"/>.</param>
    /// <param name="seed">The seed of all random choices.</param>
    /// <param name="most">The maximum number of verses.</param>
    /// <param name="options">How tokens are selected.</param>
    /// <exception cref="DataException">A file is corrupt, or no verse fits the model.</exception>
    public static ParaphraseComparison Evaluate(
        SentenceModel model,
        string folder,
        int count,
        double temperature,
        long seed,
        int most,
        DecodingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        var words = new WordTokenizer();
        var pairs = VersesEntries.Pairs(folder).Where(pair => pair.IsTest && Fits(pair.First) && Fits(pair.Second)).ToArray();
        if (pairs.Length < 2)
            throw new DataException(
                "Too few verses fit the model.",
                "data set \"verses\"",
                $"at least 2 test verses of at most {model.MaxTokens} words and signs",
                $"{pairs.Length}",
                "Use a model of longer sentences.");

        var chosen = SeededShuffle.Permutation(pairs.Length, (ulong)seed).Take(most).ToArray();
        var random = new SplitMix64((ulong)seed, stream: 1);
        var results = chosen.Select(
            position => Compare(pairs[position], pairs[(position + 1 + random.Below(pairs.Length - 1)) % pairs.Length])).ToArray();
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

        // All texts are compared in the tokenizer's spelling, which is that of the model's output.
        (double Paraphrases, double Random, double Original, double Changed) Compare(VersePair pair, VersePair other)
        {
            var (original, reference, unrelated) = (Spelled(pair.First), Spelled(pair.Second), Spelled(other.First));
            var paraphrases = model.Paraphrase(pair.First, count, temperature, seed, options);
            return (
                paraphrases.Average(text => ChrF.Compute(text, reference)),
                ChrF.Compute(unrelated, reference),
                ChrF.Compute(original, reference),
                paraphrases.Count(text => text != original) / (double)paraphrases.Count);
        }

        string Spelled(string text) => words.Join(words.Split(text));
    }
}
