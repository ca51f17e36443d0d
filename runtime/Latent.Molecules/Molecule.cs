namespace Latent.Molecules;

/// <summary>A molecule that was read from a SMILES string, and what can be counted on it.</summary>
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

    /// <summary>The string that it was read from.</summary>
    public string Smiles { get; }

    /// <summary>The atoms that are written, in their order; hydrogens that are not written are no atoms here.</summary>
    public IReadOnlyList<MoleculeAtom> Atoms => graph.Atoms;

    /// <summary>The bonds between them.</summary>
    public IReadOnlyList<MoleculeBond> Bonds => graph.Bonds;

    /// <summary>Atoms other than hydrogen.</summary>
    public int HeavyAtoms => graph.Atoms.Count(atom => atom.Number != Elements.Hydrogen);

    /// <summary>Independent rings: bonds, less atoms, plus parts. Naphthalene has 2.</summary>
    public int Rings => graph.Bonds.Length - graph.Atoms.Length + graph.Parts;

    /// <summary>Heavy atoms that are not carbon.</summary>
    public int HeteroAtoms => graph.Atoms.Count(atom => atom.Number is not Elements.Hydrogen and not Elements.Carbon);

    /// <summary>The share of hetero-atoms among the heavy ones, 0 to 1; 0 where there is none.</summary>
    public double HeteroShare => HeavyAtoms == 0 ? 0 : (double)HeteroAtoms / HeavyAtoms;

    /// <summary>
    /// A key that does not depend on how the molecule is written: two strings of one molecule have the same one. It looks at
    /// elements, charges, isotopes, hydrogens, rings and neighbours (Morgan 1965), and not at handedness or at where double
    /// bonds are drawn; different molecules almost always differ.
    /// </summary>
    public string Key => key.Value;

    /// <inheritdoc/>
    public override string ToString() => Smiles;
}
