namespace Latent.Data;

/// <summary>The kind of data that a reference points to.</summary>
public enum DataKind
{
    /// <summary>A name in the catalogue, such as <c>mnist</c> or <c>synthetic:digits</c>.</summary>
    Name,

    /// <summary>A folder of images.</summary>
    Folder,

    /// <summary>A file (<see cref="DataReference.FileKind"/>).</summary>
    File,
}
