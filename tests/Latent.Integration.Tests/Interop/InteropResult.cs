namespace Latent.Integration.Tests;

/// <summary>The result of running the golden vectors of one bundle on a target.</summary>
internal sealed record InteropResult
{
    /// <summary>The name of the bundle folder.</summary>
    public required string Bundle { get; init; }

    /// <summary>The result of each graph.</summary>
    public IReadOnlyList<InteropGraph> Graphs { get; init; } = [];

    /// <summary>The error if there is no result; otherwise null.</summary>
    public string? Error { get; init; }
}
