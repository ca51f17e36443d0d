using Latent.Bundles;
using Latent.Runtime.Molecules;

namespace Latent.Runtime;

/// <summary>The registry of tokenizers that a vocabulary can name.</summary>
public static class Tokenizers
{
    private static readonly ITokenizer[] All = [new WordTokenizer(), new SmilesTokenizer()];

    /// <summary>Creates the tokenizer of a vocabulary.</summary>
    /// <param name="vocabulary">The vocabulary.</param>
    /// <exception cref="BundleException">The vocabulary names an unknown tokenizer.</exception>
    public static ITokenizer Create(TokenVocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        return All.FirstOrDefault(tokenizer => tokenizer.Name == vocabulary.Tokenizer) ?? throw new BundleException(
            "The vocabulary names an unknown tokenizer.", "vocabulary.json",
            string.Join(" or ", All.Select(tokenizer => tokenizer.Name)), vocabulary.Tokenizer, "update Latent.Runtime.");
    }
}
