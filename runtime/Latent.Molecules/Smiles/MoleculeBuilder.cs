namespace Latent.Molecules;

/// <summary>Builds a molecule token by token; implements the grammar of SMILES.</summary>
internal sealed class MoleculeBuilder
{
    private readonly List<MoleculeAtom> atoms;
    private readonly List<MoleculeBond> bonds;
    private readonly List<RingOpening> rings;
    private readonly List<(int Atom, int Position)> branches;
    private int current = -1;
    private SmilesToken? last;
    private BondOrder? bond;

    public MoleculeBuilder()
    {
        (atoms, bonds, rings, branches) = ([], [], [], []);
    }

    private MoleculeBuilder(MoleculeBuilder other)
    {
        (atoms, bonds, rings, branches) = ([.. other.atoms], [.. other.bonds], [.. other.rings], [.. other.branches]);
        (current, last, bond) = (other.current, other.last, other.bond);
    }

    public IReadOnlyList<MoleculeAtom> Atoms => atoms;

    public IReadOnlyList<MoleculeBond> Bonds => bonds;

    /// <summary>The open ring bonds.</summary>
    public IReadOnlyList<RingOpening> OpenRings => rings;

    /// <summary>The atoms at which the open branches start.</summary>
    public IEnumerable<int> BranchAtoms => branches.Select(branch => branch.Atom);

    public int OpenBranches => branches.Count;

    /// <summary>The atom to which the next atom would be bonded; -1 if there is none.</summary>
    public int Current => last?.Kind == SmilesTokenKind.Dot ? -1 : current;

    /// <summary>The pending bond, which expects an atom or a ring number; null if there is none.</summary>
    public BondOrder? WaitingBond => bond;

    /// <summary>Whether the next token must be an atom: after a bond, an opened branch or a dot, and at the start.</summary>
    public bool NeedsAtom => last?.Kind is null or SmilesTokenKind.Bond or SmilesTokenKind.BranchOpen or SmilesTokenKind.Dot;

    public MoleculeBuilder Copy() => new(this);

    /// <summary>Accepts the next token; the verdict states the fault if it is invalid.</summary>
    public SmilesVerdict Accept(SmilesToken token)
    {
        if (!CanFollow(token.Kind))
            return new(
                SmilesFault.Syntax, token.Position,
                $"'{token.Text}' cannot {(last is { } before ? $"follow '{before.Text}'" : "be at the start")}");
        var verdict = token.Kind switch
        {
            SmilesTokenKind.Atom or SmilesTokenKind.BracketAtom => AtomOf(token) is var (atom, fault) && fault.IsValid
                ? AddAtom(atom)
                : fault,
            SmilesTokenKind.Bond => SetBond(token),
            SmilesTokenKind.Ring => AddRing(token),
            SmilesTokenKind.BranchOpen => OpenBranch(token),
            SmilesTokenKind.BranchClose => CloseBranch(token),
            _ => SmilesVerdict.Valid,
        };
        last = token;
        return verdict;
    }

    /// <summary>Checks whether the string may end here.</summary>
    public SmilesVerdict Finish(int length)
    {
        if (last is { } token && NeedsAtom)
            return new(SmilesFault.Syntax, token.Position, $"'{token.Text}' cannot be at the end");
        if (branches.Count > 0)
            return new(SmilesFault.Branch, branches[^1].Position, "the branch is never closed");
        if (rings.Count > 0)
            return new(SmilesFault.Ring, rings[0].Position, $"ring bond {rings[0].Number} is never closed");
        return last is null ? new(SmilesFault.Empty, length, "there is no atom") : SmilesVerdict.Valid;
    }

    /// <summary>Parses an atom token; the verdict states the fault if it is invalid.</summary>
    public static (MoleculeAtom Atom, SmilesVerdict Verdict) AtomOf(SmilesToken token) =>
        token.Kind == SmilesTokenKind.BracketAtom ? BracketAtom.Read(token) : (PlainAtom(token), SmilesVerdict.Valid);

    /// <summary>Returns the order of the bond to the next atom.</summary>
    public BondOrder OrderTo(MoleculeAtom next) => Resolve(bond ?? BondOrder.Unspecified, atoms[current], next);

    /// <summary>Returns whether the grammar allows a token of a kind next.</summary>
    public bool CanFollow(SmilesTokenKind kind) => kind switch
    {
        SmilesTokenKind.Atom or SmilesTokenKind.BracketAtom => true,
        SmilesTokenKind.Bond => last?.Kind == SmilesTokenKind.BranchOpen || !NeedsAtom,
        SmilesTokenKind.Ring => !NeedsAtom || (last?.Kind == SmilesTokenKind.Bond && !IsFirstOfBranch),
        _ => !NeedsAtom,
    };

    // A bond directly after an opened branch must lead to an atom.
    private bool IsFirstOfBranch => last is { } token && branches.Count > 0 && branches[^1].Position == token.Position - 1;

    private static MoleculeAtom PlainAtom(SmilesToken token)
    {
        var isAromatic = char.IsAsciiLetterLower(token.Text[0]);
        return new(Elements.NumberOf(isAromatic ? token.Text.ToUpperInvariant() : token.Text)!.Value, isAromatic, token.Position);
    }

    private SmilesVerdict AddAtom(MoleculeAtom atom)
    {
        atoms.Add(atom);
        if (Current >= 0)
            bonds.Add(new(current, atoms.Count - 1, OrderTo(atom)));
        (current, bond) = (atoms.Count - 1, null);
        return SmilesVerdict.Valid;
    }

    private SmilesVerdict SetBond(SmilesToken token)
    {
        bond = token.Text[0] switch
        {
            '-' => BondOrder.Single,
            '=' => BondOrder.Double,
            '#' => BondOrder.Triple,
            '$' => BondOrder.Quadruple,
            ':' => BondOrder.Aromatic,
            _ => BondOrder.Unspecified,
        };
        return SmilesVerdict.Valid;
    }

    private SmilesVerdict OpenBranch(SmilesToken token)
    {
        branches.Add((current, token.Position));
        return SmilesVerdict.Valid;
    }

    private SmilesVerdict CloseBranch(SmilesToken token)
    {
        if (branches.Count == 0)
            return new(SmilesFault.Branch, token.Position, "no branch is open");
        current = branches[^1].Atom;
        branches.RemoveAt(branches.Count - 1);
        return SmilesVerdict.Valid;
    }

    private SmilesVerdict AddRing(SmilesToken token)
    {
        var number = int.Parse(token.Text.AsSpan().TrimStart("%(").TrimEnd(')'));
        var order = bond ?? BondOrder.Unspecified;
        bond = null;
        var position = rings.FindIndex(ring => ring.Number == number);
        if (position < 0)
        {
            rings.Add(new(number, current, order, token.Position));
            return SmilesVerdict.Valid;
        }

        var opening = rings[position];
        rings.RemoveAt(position);
        return CloseRing(opening, order, token);
    }

    private SmilesVerdict CloseRing(RingOpening opening, BondOrder order, SmilesToken token)
    {
        if (opening.Atom == current)
            return new(SmilesFault.Ring, token.Position, $"ring bond {opening.Number} leads back to its own atom");
        if (bonds.Exists(
            other => (other.First == current && other.Second == opening.Atom) || (other.Second == current && other.First == opening.Atom)))
            return new(SmilesFault.Ring, token.Position, $"ring bond {opening.Number} joins two atoms that are already bonded");
        var written = opening.Order == BondOrder.Unspecified ? order : opening.Order;
        bonds.Add(new(opening.Atom, current, Resolve(written, atoms[opening.Atom], atoms[current])));
        return SmilesVerdict.Valid;
    }

    private static BondOrder Resolve(BondOrder written, MoleculeAtom first, MoleculeAtom second) => written != BondOrder.Unspecified
        ? written
        : first.IsAromatic && second.IsAromatic ? BondOrder.Aromatic : BondOrder.Single;
}
