namespace Latent.Training.Sequences;

/// <summary>What a model of sequences writes.</summary>
/// <param name="Reconstructions">Test sequences, each with what the model makes of its code.</param>
/// <param name="Samples">Sequences of codes drawn from the prior.</param>
internal sealed record TextExamples(IReadOnlyList<(string Original, string Redrawn)> Reconstructions, IReadOnlyList<string> Samples);
