namespace Latent.Data;

/// <summary>The kind of data that a reference points to.</summary>
public enum DataKind
{
    /// <summary>A name in the catalogue, such as <c>mnist</c> or <c>synthetic:digits</c>.</summary>
    Name,

    /// <summary>A folder of images.</summary>
    Folder,

    /// <summary>A text table: <c>.csv</c> (commas) or <c>.tsv</c> (tabs).</summary>
    Csv,

    /// <summary>A NumPy array: <c>.npy</c>.</summary>
    Npy,

    /// <summary>A zip archive of NumPy arrays: <c>.npz</c>.</summary>
    Npz,

    /// <summary>UTF-8 text, one sequence per line: <c>.txt</c>.</summary>
    Text,

    /// <summary>Molecules, one SMILES string at the start of each line: <c>.smi</c>.</summary>
    Smiles,
}
