namespace Latent.Sequences;

/// <summary>Rules out tokens while a sequence is decoded.</summary>
public interface ITokenRule
{
    /// <summary>Says which tokens may come next.</summary>
    /// <param name="prefix">The numbers of the tokens so far, beginning left out.</param>
    /// <param name="stepsLeft">How many tokens may still come, this one and the end included.</param>
    /// <param name="allowed">For each token, true; to be set to false where it may not come. At least one must stay.</param>
    void Restrict(ReadOnlySpan<int> prefix, int stepsLeft, Span<bool> allowed);
}
