namespace Latent.Cli;

/// <summary>The output formats of rows.</summary>
internal enum OutputKind
{
    /// <summary>A NumPy array.</summary>
    Npy,

    /// <summary>Comma-separated text with a header.</summary>
    Csv,

    /// <summary>One image that shows every row.</summary>
    Sheet,

    /// <summary>A folder with one image per row.</summary>
    Folder,
}
