namespace Latent.Sequences;

/// <summary>Splits texts into the tokens that a sequence model reads, and joins tokens into texts.</summary>
public interface ITokenizer
{
    /// <summary>The name by which a vocabulary refers to the tokenizer.</summary>
    string Name { get; }

    /// <summary>Splits a text into its tokens, in order; may return none.</summary>
    IReadOnlyList<string> Split(string text);

    /// <summary>Joins tokens into a text.</summary>
    string Join(IEnumerable<string> tokens);
}
