namespace Latent.Sequences;

/// <summary>Excludes tokens while a sequence is decoded.</summary>
public interface ITokenRule
{
    /// <summary>Restricts the tokens that may come next.</summary>
    /// <param name="prefix">The token indices so far, without the begin token.</param>
    /// <param name="stepsLeft">The number of tokens that may still follow, including this one and the end token.</param>
    /// <param name="allowed">True for each token; set to false to exclude it. At least one token must remain allowed.</param>
    void Restrict(ReadOnlySpan<int> prefix, int stepsLeft, Span<bool> allowed);
}
