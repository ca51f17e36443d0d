namespace Latent.Training.Sequences;

/// <summary>Example texts of a sequence model.</summary>
/// <param name="Reconstructions">Test sequences, each with its reconstruction.</param>
/// <param name="Samples">Sequences decoded from codes sampled from the prior.</param>
internal sealed record TextExamples(IReadOnlyList<(string Original, string Reconstructed)> Reconstructions, IReadOnlyList<string> Samples);
