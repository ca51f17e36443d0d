namespace Latent.Integration.Tests;

/// <summary>The measurements of a page rendered in a browser.</summary>
internal sealed record PageReading
{
    /// <summary>The ids of the sections, in order.</summary>
    public required IReadOnlyList<string> Sections { get; init; }

    /// <summary>The decoded width of each image in pixels; 0 if decoding failed.</summary>
    public required IReadOnlyList<int> ImageWidths { get; init; }

    /// <summary>The layout width of each chart in pixels.</summary>
    public required IReadOnlyList<int> ChartWidths { get; init; }

    /// <summary>The links without a target on the page.</summary>
    public required IReadOnlyList<string> DeadLinks { get; init; }

    /// <summary>The external resources that the page fetched.</summary>
    public required IReadOnlyList<string> Fetched { get; init; }

    /// <summary>The background color of the page, which only the style sheet sets.</summary>
    public required string Background { get; init; }

    /// <summary>The number of pixels by which the page is wider than the window.</summary>
    public required int Overflow { get; init; }

    /// <summary>The errors of loading resources and running scripts.</summary>
    public required IReadOnlyList<string> Faults { get; init; }

    /// <summary>The console messages of the browser.</summary>
    public IReadOnlyList<string> Console { get; init; } = [];
}
