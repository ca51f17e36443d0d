namespace Latent.Molecules;

/// <summary>Properties of a molecule that a generator can target.</summary>
public enum MoleculeProperty
{
    /// <summary>The number of atoms other than hydrogen (<see cref="Molecule.HeavyAtoms"/>).</summary>
    HeavyAtoms,

    /// <summary>The number of independent rings (<see cref="Molecule.Rings"/>).</summary>
    Rings,

    /// <summary>The share of heteroatoms among the heavy atoms, 0 to 1 (<see cref="Molecule.HeteroShare"/>).</summary>
    HeteroShare,
}
