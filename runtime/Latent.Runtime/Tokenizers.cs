using Latent.Bundles;
using Latent.Runtime.Molecules;

namespace Latent.Runtime;

/// <summary>The tokenizers that a vocabulary can name.</summary>
public static class Tokenizers
{
    private static readonly ITokenizer[] All = [new WordTokenizer(), new SmilesTokenizer()];

    /// <summary>The tokenizer of a vocabulary.</summary>
    /// <param name="vocabulary">The vocabulary.</param>
    /// <exception cref="BundleException">There is none of its name.</exception>
    public static ITokenizer Create(TokenVocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        return All.FirstOrDefault(tokenizer => tokenizer.Name == vocabulary.Tokenizer) ?? throw new BundleException(
            "The vocabulary has a tokenizer that this library does not know.", "vocabulary.json",
            string.Join(" or ", All.Select(tokenizer => tokenizer.Name)), vocabulary.Tokenizer, "update Latent.Runtime.");
    }
}
