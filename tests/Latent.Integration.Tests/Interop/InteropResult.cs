namespace Latent.Integration.Tests;

/// <summary>What a target made of the golden vectors of one bundle.</summary>
internal sealed record InteropResult
{
    /// <summary>The name of its folder.</summary>
    public required string Bundle { get; init; }

    /// <summary>What came of each graph.</summary>
    public IReadOnlyList<InteropGraph> Graphs { get; init; } = [];

    /// <summary>Why there is no result; null where there is one.</summary>
    public string? Error { get; init; }
}
