namespace Latent.Cli;

/// <summary>The formats that rows are written in.</summary>
internal enum OutputKind
{
    /// <summary>A NumPy array.</summary>
    Npy,

    /// <summary>Comma-separated text with a header.</summary>
    Csv,

    /// <summary>One picture with every row on it.</summary>
    Sheet,

    /// <summary>A folder with a picture a row.</summary>
    Folder,
}
