namespace Latent.Molecules;

/// <summary>What can be counted on a molecule, and asked of a generator.</summary>
public enum MoleculeProperty
{
    /// <summary>Atoms other than hydrogen (<see cref="Molecule.HeavyAtoms"/>).</summary>
    HeavyAtoms,

    /// <summary>Independent rings (<see cref="Molecule.Rings"/>).</summary>
    Rings,

    /// <summary>The share of hetero-atoms among the heavy ones, 0 to 1 (<see cref="Molecule.HeteroShare"/>).</summary>
    HeteroShare,
}
