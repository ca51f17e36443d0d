namespace Latent.Files;

/// <summary>How <see cref="RowFile"/> reads a file.</summary>
public sealed record RowFileOptions
{
    /// <summary>Whether images of a different size are resized; if false, they are an error. Default: false.</summary>
    public bool Resize { get; init; }

    /// <summary>Receives a note about table columns that are ignored. Default: null.</summary>
    public Action<string>? Note { get; init; }
}
