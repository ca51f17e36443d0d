namespace Latent.Molecules;

/// <summary>A prefix of a SMILES string; determines the tokens with which it can still become a molecule.</summary>
internal sealed class SmilesPrefix
{
    // The minimum number of tokens to close an open ring: two atoms and its number.
    private const int TokensOfRing = 3;

    private readonly MoleculeBuilder builder;
    private readonly MoleculeGraph graph;
    private readonly Dictionary<(bool IsAromatic, bool IsAny), bool> aromaticAnswers = [];
    private readonly int position;

    private SmilesPrefix(MoleculeBuilder builder, int position)
    {
        (this.builder, this.position) = (builder, position);
        graph = new MoleculeGraph([.. builder.Atoms], [.. builder.Bonds]);
        ChargeCleanup.Apply(graph);
    }

    /// <summary>Creates a prefix from tokens; returns null if they break the grammar.</summary>
    public static SmilesPrefix? TryCreate(IEnumerable<SmilesToken> tokens)
    {
        var (builder, position) = (new MoleculeBuilder(), 0);
        foreach (var token in tokens)
        {
            if (!builder.Accept(token with { Position = position }).IsValid)
                return null;
            position += token.Text.Length;
        }
        return new(builder, position);
    }

    /// <summary>Returns whether the string may end here, that is, whether it is a molecule.</summary>
    public bool MayEnd() => builder.Finish(position).IsValid && MoleculeCheck.Run("", builder).Verdict.IsValid;

    /// <summary>Returns whether a token may come next.</summary>
    /// <param name="token">The token; its position is ignored.</param>
    /// <param name="tokensLeft">The number of tokens that may follow it.</param>
    public bool Allows(SmilesToken token, int tokensLeft)
    {
        if (!builder.CanFollow(token.Kind))
            return false;
        token = token with { Position = position };
        return token.Kind is SmilesTokenKind.Atom or SmilesTokenKind.BracketAtom
            ? AllowsAtom(token, tokensLeft)
            : AllowsOther(token, tokensLeft);
    }

    // Most tokens of a vocabulary are atoms, so they are checked without building the extended molecule.
    private bool AllowsAtom(SmilesToken token, int tokensLeft)
    {
        var (atom, verdict) = MoleculeBuilder.AtomOf(token);
        if (!verdict.IsValid || builder.OpenBranches + (TokensOfRing * builder.OpenRings.Count) > tokensLeft)
            return false;
        var order = builder.Current < 0 ? BondOrder.Single : builder.OrderTo(atom);
        var halves = builder.Current < 0 ? 0 : Valence.HalvesOf(order);
        var isAromatic = atom.IsAromatic || order == BondOrder.Aromatic;
        var isRoomy = builder.Current < 0 || CanTake(builder.Current, halves);
        if (isRoomy && IsPossible(atom, halves, isAromatic)
            && (IsAliveWithout(halves) || IsPossible(atom, halves + Valence.HalvesOf(BondOrder.Single), isAromatic)))
            return IsAromaticPossible(token, atom);

        // The atom may complete a nitro group or a similar group.
        return !isRoomy && Next(token) is { } next && IsPossible(next) && IsAlive(next) && IsAromaticPossible(token, atom);
    }

    private bool AllowsOther(SmilesToken token, int tokensLeft)
    {
        if (Next(token) is not { } next || Needed(next) > tokensLeft || !HasRoom(token, next))
            return false;
        return token.Kind is SmilesTokenKind.Bond or SmilesTokenKind.BranchOpen || next.OpenRings.Count > builder.OpenRings.Count
            || IsAromaticPossible(next);
    }

    private MoleculeBuilder? Next(SmilesToken token)
    {
        var next = builder.Copy();
        return next.Accept(token).IsValid ? next : null;
    }

    private static bool IsPossible(MoleculeAtom atom, int halves, bool isAromatic) =>
        Valence.IsPossible(atom, Valence.Written(atom, halves, isAromatic), isAromatic);

    // An open ring needs an atom that can still be bonded to; this checks for one other than the next atom.
    private bool IsAliveWithout(int halves) => builder.OpenRings.Count == 0
        || builder.BranchAtoms.Any(atom => CanTake(atom, Valence.HalvesOf(BondOrder.Single) + (atom == builder.Current ? halves : 0)));

    // The placement of double bonds does not depend on which aromatic atom comes next.
    private bool IsAromaticPossible(SmilesToken token, MoleculeAtom atom)
    {
        var key = (atom.IsAromatic, atom.Number == Elements.Any);
        return aromaticAnswers.TryGetValue(key, out var answer) ? answer : aromaticAnswers[key] = IsAromaticPossible(Next(token)!);
    }

    private static int Needed(MoleculeBuilder next) =>
        next.OpenBranches + (TokensOfRing * next.OpenRings.Count) + (next.NeedsAtom ? 1 : 0);

    // Whether the atoms affected by the token can take its bonds, and the string does not end in a saturated atom.
    private bool HasRoom(SmilesToken token, MoleculeBuilder next) => token.Kind switch
    {
        SmilesTokenKind.Bond => CanTake(builder.Current, Valence.HalvesOf(next.WaitingBond!.Value)),
        SmilesTokenKind.BranchOpen => CanTake(builder.Current, Valence.HalvesOf(BondOrder.Single)),
        SmilesTokenKind.Ring when next.OpenRings.Count > builder.OpenRings
            .Count => CanTake(builder.Current, Valence.HalvesOf(next.OpenRings[^1].Order)) && IsAlive(next),
        SmilesTokenKind.Ring => IsPossible(next) && IsAlive(next),
        _ => IsAlive(next),
    };

    private bool CanTake(int atom, int halves)
    {
        var it = graph.Atoms[atom];
        var isAromatic = AromaticSystem.Touches(graph, atom);
        return Valence.IsPossible(it, Valence.Written(graph, atom, halves + HalvesOfRings(builder, atom)), isAromatic);
    }

    // Checks the whole graph, because the token may complete a nitro group.
    private static bool IsPossible(MoleculeBuilder next)
    {
        var whole = new MoleculeGraph([.. next.Atoms], [.. next.Bonds]);
        ChargeCleanup.Apply(whole);
        return Enumerable.Range(0, whole.Atoms.Length).All(atom => CanTake(whole, next, atom, 0));
    }

    // As IsAliveWithout, for the extended molecule: the last atom, or one to which a branch returns, can take a bond.
    private static bool IsAlive(MoleculeBuilder next)
    {
        if (next.OpenRings.Count == 0)
            return true;
        var whole = new MoleculeGraph([.. next.Atoms], [.. next.Bonds]);
        return next.BranchAtoms.Append(next.Current)
            .Any(atom => atom < 0 || CanTake(whole, next, atom, Valence.HalvesOf(BondOrder.Single)));
    }

    private static bool CanTake(MoleculeGraph whole, MoleculeBuilder next, int atom, int halves) => Valence.IsPossible(
        whole.Atoms[atom], Valence.Written(whole, atom, halves + HalvesOfRings(next, atom)), AromaticSystem.Touches(whole, atom));

    private static int HalvesOfRings(MoleculeBuilder builder, int atom)
    {
        var halves = 0;
        foreach (var ring in builder.OpenRings)
            halves += ring.Atom == atom ? Valence.HalvesOf(ring.Order) : 0;
        return halves;
    }

    private static bool IsAromaticPossible(MoleculeBuilder next)
    {
        var count = next.Atoms.Count;
        var isSettled = new bool[count + 1];
        Array.Fill(isSettled, true);
        var open = next.BranchAtoms.Concat(next.OpenRings.Select(ring => ring.Atom)).Append(next.Current).Where(atom => atom >= 0)
            .Distinct()
            .ToArray();
        foreach (var atom in open)
            isSettled[atom] = false;

        // Further tokens may connect any open atom to any other: one additional atom represents them.
        var ahead = open.Select(atom => new MoleculeBond(atom, count, BondOrder.Single));
        var graph = new MoleculeGraph([.. next.Atoms, default], [.. next.Bonds, .. ahead]);
        ChargeCleanup.Apply(graph);
        return AromaticSystem.Check(graph, RingBonds.Find(graph), isSettled).IsValid;
    }
}
