using Latent.Bundles;

namespace Latent.Sequences;

/// <summary>The registry of tokenizers that a vocabulary can name.</summary>
public static class Tokenizers
{
    private static readonly WordTokenizer Words = new();

    /// <summary>Creates the tokenizer of a vocabulary.</summary>
    /// <param name="vocabulary">The vocabulary.</param>
    /// <param name="others">Further tokenizers, besides <see cref="WordTokenizer"/>.</param>
    /// <exception cref="BundleException">The vocabulary names an unknown tokenizer.</exception>
    public static ITokenizer Create(TokenVocabulary vocabulary, params IReadOnlyList<ITokenizer> others)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentNullException.ThrowIfNull(others);
        ITokenizer[] known = [Words, .. others];
        return known.FirstOrDefault(tokenizer => tokenizer.Name == vocabulary.Tokenizer) ?? throw new BundleException(
            "The vocabulary names an unknown tokenizer.", "vocabulary.json",
            string.Join(" or ", known.Select(tokenizer => tokenizer.Name)), vocabulary
                .Tokenizer, "pass its tokenizer, such as SmilesTokenizer of Latent.Molecules, or update Latent.Sequences.");
    }
}
