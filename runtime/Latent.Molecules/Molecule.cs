namespace Latent.Molecules;

/// <summary>A molecule parsed from a SMILES string, with its countable properties.</summary>
public sealed class Molecule
{
    private readonly MoleculeGraph graph;
    private readonly Lazy<string> key;

    internal Molecule(string smiles, MoleculeGraph graph)
    {
        this.graph = graph;
        Smiles = smiles;
        key = new(() => MoleculeKey.Compute(graph));
    }

    /// <summary>The SMILES string of the molecule.</summary>
    public string Smiles { get; }

    /// <summary>The atoms in the order of the string; implicit hydrogens are not included.</summary>
    public IReadOnlyList<MoleculeAtom> Atoms => graph.Atoms;

    /// <summary>The bonds between the atoms.</summary>
    public IReadOnlyList<MoleculeBond> Bonds => graph.Bonds;

    /// <summary>The number of atoms other than hydrogen.</summary>
    public int HeavyAtoms => graph.Atoms.Count(atom => atom.Number != Elements.Hydrogen);

    /// <summary>The number of independent rings: bonds - atoms + disconnected parts. Naphthalene has 2.</summary>
    public int Rings => graph.Bonds.Length - graph.Atoms.Length + graph.Parts;

    /// <summary>The number of heavy atoms other than carbon.</summary>
    public int HeteroAtoms => graph.Atoms.Count(atom => atom.Number is not Elements.Hydrogen and not Elements.Carbon);

    /// <summary>The share of heteroatoms among the heavy atoms, 0 to 1; 0 if there are no heavy atoms.</summary>
    public double HeteroShare => HeavyAtoms == 0 ? 0 : (double)HeteroAtoms / HeavyAtoms;

    /// <summary>
    /// A canonical key: all SMILES strings of a molecule have the same key. It covers elements, charges, isotopes, hydrogens, rings
    /// and neighbours (Morgan 1965), but not chirality or the positions of Kekulé double bonds; the keys of different molecules almost
    /// always differ.
    /// </summary>
    public string Key => key.Value;

    /// <inheritdoc/>
    public override string ToString() => Smiles;
}
