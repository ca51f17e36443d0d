namespace Latent.Training.Sequences;

/// <summary>How close paraphrases of sentences come to another translation of the same sentences (<see cref="ChrF"/>), each a mean.</summary>
/// <param name="Sentences">How many sentences.</param>
/// <param name="Paraphrases">Paraphrases against the other translation.</param>
/// <param name="Random">Other sentences of the first translation, drawn at random, against the other translation.</param>
/// <param name="Originals">The sentences themselves against the other translation: what a paraphrase that changes nothing would reach.</param>
/// <param name="Margin">By how much paraphrases are closer than random sentences.</param>
/// <param name="MarginError">The standard error of the margin over sentences.</param>
/// <param name="CloserShare">The share of sentences whose paraphrases are closer than the random one.</param>
/// <param name="ChangedShare">The share of paraphrases that are not the sentence itself.</param>
public sealed record ParaphraseComparison(
    int Sentences, double Paraphrases, double Random, double Originals, double Margin, double MarginError, double CloserShare, double ChangedShare);
