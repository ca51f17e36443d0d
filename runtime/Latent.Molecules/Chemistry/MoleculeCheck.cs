namespace Latent.Molecules;

/// <summary>Checks of a complete molecule: valences and aromatic systems.</summary>
internal static class MoleculeCheck
{
    /// <summary>Creates the molecule from a builder; the verdict states the fault if it is invalid.</summary>
    public static (Molecule? Molecule, SmilesVerdict Verdict) Run(string smiles, MoleculeBuilder builder)
    {
        var graph = new MoleculeGraph([.. builder.Atoms], [.. builder.Bonds]);
        ChargeCleanup.Apply(graph);
        var verdict = CheckValences(graph);
        if (verdict.IsValid)
            verdict = AromaticSystem.Check(graph, RingBonds.Find(graph), isSettled: null);
        return (verdict.IsValid ? new Molecule(smiles, graph) : null, verdict);
    }

    private static SmilesVerdict CheckValences(MoleculeGraph graph)
    {
        for (var atom = 0; atom < graph.Atoms.Length; atom++)
        {
            var verdict = CheckValence(graph, atom, Valence.Written(graph, atom));
            if (!verdict.IsValid)
                return verdict;
        }
        return SmilesVerdict.Valid;
    }

    private static SmilesVerdict CheckValence(MoleculeGraph graph, int atom, int written) =>
        Valence.IsPossible(graph.Atoms[atom], written, AromaticSystem.Touches(graph, atom))
            ? SmilesVerdict.Valid
            : new(SmilesFault.Valence, graph.Atoms[atom].Position, $"{Named(graph.Atoms[atom])} cannot have {written} bonds");

    private static string Named(MoleculeAtom atom) => atom.Charge == 0 ? atom.Symbol : $"{atom.Symbol} of charge {atom.Charge:+0;-0}";
}
