using Latent.Bundles;

namespace Latent.Sequences;

/// <summary>Finds the tokenizer that a vocabulary names.</summary>
public static class Tokenizers
{
    private static readonly WordTokenizer Words = new();

    /// <summary>The tokenizer of a vocabulary.</summary>
    /// <param name="vocabulary">The vocabulary.</param>
    /// <param name="others">Tokenizers to choose from beside <see cref="WordTokenizer"/>.</param>
    /// <exception cref="BundleException">There is none of its name.</exception>
    public static ITokenizer Create(TokenVocabulary vocabulary, params IReadOnlyList<ITokenizer> others)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentNullException.ThrowIfNull(others);
        ITokenizer[] known = [Words, .. others];
        return known.FirstOrDefault(tokenizer => tokenizer.Name == vocabulary.Tokenizer) ?? throw new BundleException(
            "The vocabulary has a tokenizer that this library does not know.", "vocabulary.json",
            string.Join(" or ", known.Select(tokenizer => tokenizer.Name)), vocabulary.Tokenizer, "pass its tokenizer, such as SmilesTokenizer of Latent.Molecules, or update Latent.Sequences.");
    }
}
