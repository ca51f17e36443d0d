namespace Latent.Training.Sequences;

/// <summary>The mean similarity (<see cref="ChrF"/>) of paraphrases to another translation of the same sentences.</summary>
/// <param name="Sentences">The number of sentences.</param>
/// <param name="Paraphrases">Paraphrases against the other translation.</param>
/// <param name="Random">Random other sentences of the first translation against the other translation.</param>
/// <param name="Originals">The sentences themselves against the other translation: the score of a paraphrase that changes nothing.</param>
/// <param name="Margin">The mean score of paraphrases minus that of random sentences.</param>
/// <param name="MarginError">The standard error of the margin over sentences.</param>
/// <param name="CloserShare">The share of sentences whose paraphrases are closer than the random one.</param>
/// <param name="ChangedShare">The share of paraphrases that differ from their sentence.</param>
public sealed record ParaphraseComparison(
    int Sentences,
    double Paraphrases,
    double Random,
    double Originals,
    double Margin,
    double MarginError,
    double CloserShare,
    double ChangedShare);
