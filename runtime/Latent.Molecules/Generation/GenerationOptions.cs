namespace Latent.Molecules;

/// <summary>Options for decoding molecules. Immutable.</summary>
public sealed record GenerationOptions
{
    /// <summary>
    /// Whether to allow only tokens with which the string can still become a molecule (<see cref="SmilesRule"/>). If false, the
    /// model's strings are returned unconstrained and may be invalid. Default: true.
    /// </summary>
    public bool IsGuided { get; init; } = true;

    /// <summary>
    /// The sampling temperature: tokens are sampled with probabilities raised to the power of 1 / temperature. Below 1 more
    /// typical, above 1 more varied; 0 takes the most likely token. Default: 1, the model's own distribution.
    /// </summary>
    public double Temperature { get; init; } = 1;

    /// <summary>
    /// The number of times a code is decoded again with other samples after a guided string reached a dead end, 0 or more. Without
    /// effect at temperature 0. Default: 4.
    /// </summary>
    public int Retries { get; init; } = 4;
}
