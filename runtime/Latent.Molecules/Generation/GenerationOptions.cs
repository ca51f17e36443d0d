namespace Latent.Molecules;

/// <summary>How molecules are written from codes. Immutable.</summary>
public sealed record GenerationOptions
{
    /// <summary>
    /// Whether only tokens are chosen with which the string can still become a molecule (<see cref="SmilesRule"/>). Without
    /// it strings are as the model writes them, molecules or not. Default: true.
    /// </summary>
    public bool IsGuided { get; init; } = true;

    /// <summary>
    /// Tokens are drawn by their probabilities to the power of 1 / temperature: below 1 more typical ones, above 1 more
    /// varied ones; 0 takes the likeliest. Default: 1, the model as it is.
    /// </summary>
    public double Temperature { get; init; } = 1;

    /// <summary>
    /// How often a code is written again, with other draws, where a guided string ran into a dead end, 0 or more. Without
    /// effect at temperature 0. Default: 4.
    /// </summary>
    public int Retries { get; init; } = 4;
}
