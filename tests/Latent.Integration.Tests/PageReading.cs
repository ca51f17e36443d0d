namespace Latent.Integration.Tests;

/// <summary>What a browser made of a page.</summary>
internal sealed record PageReading
{
    /// <summary>The ids of the sections, in order.</summary>
    public required IReadOnlyList<string> Sections { get; init; }

    /// <summary>The width of each picture as it was decoded, in pixels; 0 where it could not be.</summary>
    public required IReadOnlyList<int> ImageWidths { get; init; }

    /// <summary>The width of each chart as it was laid out, in pixels.</summary>
    public required IReadOnlyList<int> ChartWidths { get; init; }

    /// <summary>Links that lead nowhere on the page.</summary>
    public required IReadOnlyList<string> DeadLinks { get; init; }

    /// <summary>What the page fetched besides itself.</summary>
    public required IReadOnlyList<string> Fetched { get; init; }

    /// <summary>The colour behind the page, which only the style sheet says.</summary>
    public required string Background { get; init; }

    /// <summary>By how many pixels the page is wider than the window.</summary>
    public required int Overflow { get; init; }

    /// <summary>What failed to load or to run.</summary>
    public required IReadOnlyList<string> Faults { get; init; }

    /// <summary>What the browser wrote to its console.</summary>
    public IReadOnlyList<string> Console { get; init; } = [];
}
