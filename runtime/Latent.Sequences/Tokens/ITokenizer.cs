namespace Latent.Sequences;

/// <summary>Divides texts into the tokens that a sequence model reads, and puts them together again.</summary>
public interface ITokenizer
{
    /// <summary>The name by which a vocabulary asks for it.</summary>
    string Name { get; }

    /// <summary>The tokens of a text, in order; none for a text without any.</summary>
    IReadOnlyList<string> Split(string text);

    /// <summary>A text of tokens.</summary>
    string Join(IEnumerable<string> tokens);
}
