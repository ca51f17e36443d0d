namespace Latent.Files;

/// <summary>The format of a data file, known by its name (<see cref="FileKinds.Find"/>).</summary>
public enum FileKind
{
    /// <summary>A format that is not read; also the kind of folders and of names without extension.</summary>
    Unknown,

    /// <summary>A text table: <c>.csv</c> (commas) or <c>.tsv</c> (tabs); may be compressed (<c>.gz</c>).</summary>
    Csv,

    /// <summary>A table with typed columns: <c>.parquet</c>.</summary>
    Parquet,

    /// <summary>A NumPy array: <c>.npy</c>.</summary>
    Npy,

    /// <summary>A zip archive of NumPy arrays: <c>.npz</c>.</summary>
    Npz,

    /// <summary>UTF-8 text, one sequence per line: <c>.txt</c>; may be compressed (<c>.gz</c>).</summary>
    Text,

    /// <summary>Molecules, one SMILES string at the start of each line: <c>.smi</c>; may be compressed (<c>.gz</c>).</summary>
    Smiles,

    /// <summary>An image: <c>.png</c>, <c>.jpg</c>, <c>.jpeg</c> or <c>.bmp</c>.</summary>
    Image,
}
