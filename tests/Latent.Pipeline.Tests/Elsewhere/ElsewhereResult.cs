namespace Latent.Pipeline.Tests;

/// <summary>What a target made of the golden vectors of one bundle.</summary>
internal sealed record ElsewhereResult
{
    /// <summary>The name of its folder.</summary>
    public required string Bundle { get; init; }

    /// <summary>What came of each graph.</summary>
    public IReadOnlyList<ElsewhereGraph> Graphs { get; init; } = [];

    /// <summary>Why there is no result; null where there is one.</summary>
    public string? Error { get; init; }
}
