namespace Latent.Data;

/// <summary>What a data reference points at.</summary>
public enum DataKind
{
    /// <summary>A name for the catalogue, such as <c>mnist</c> or <c>synthetic:digits</c>.</summary>
    Name,

    /// <summary>A folder of pictures.</summary>
    Folder,

    /// <summary>A table as text: <c>.csv</c> (commas) or <c>.tsv</c> (tabs).</summary>
    Csv,

    /// <summary>A NumPy array: <c>.npy</c>.</summary>
    Npy,

    /// <summary>A zip of NumPy arrays: <c>.npz</c>.</summary>
    Npz,

    /// <summary>Text in UTF-8, a sequence a line: <c>.txt</c>.</summary>
    Text,

    /// <summary>Molecules, a SMILES string at the start of each line: <c>.smi</c>.</summary>
    Smiles,
}
