using Latent.Sequences;

namespace Latent.Data;

/// <summary>Texts or molecules as rows of token indices.</summary>
/// <param name="Length">The sequence length, including the end token.</param>
/// <param name="Vocabulary">The tokens.</param>
public sealed record TokenSchema(int Length, TokenVocabulary Vocabulary) : Schema([Length]);
