namespace Latent.Molecules;

/// <summary>The kinds of SMILES tokens.</summary>
public enum SmilesTokenKind
{
    /// <summary>An atom without brackets: <c>C</c>, <c>Cl</c>, <c>n</c>, <c>*</c>.</summary>
    Atom,

    /// <summary>An atom in brackets, as one token: <c>[C@@H]</c>, <c>[nH]</c>, <c>[O-]</c>.</summary>
    BracketAtom,

    /// <summary>A bond: <c>-</c>, <c>=</c>, <c>#</c>, <c>$</c>, <c>:</c>, <c>/</c>, <c>\</c>.</summary>
    Bond,

    /// <summary>The number of a ring bond: <c>1</c>, <c>%10</c>.</summary>
    Ring,

    /// <summary>The start of a branch: <c>(</c>.</summary>
    BranchOpen,

    /// <summary>The end of a branch: <c>)</c>.</summary>
    BranchClose,

    /// <summary>The separator of disconnected parts: <c>.</c>.</summary>
    Dot,
}
