namespace Latent.Molecules;

/// <summary>What holds two atoms together.</summary>
public enum BondOrder
{
    /// <summary>Not written: aromatic between aromatic atoms, else single.</summary>
    Unspecified,

    /// <summary>One pair of electrons.</summary>
    Single,

    /// <summary>Two pairs.</summary>
    Double,

    /// <summary>Three pairs.</summary>
    Triple,

    /// <summary>Four pairs.</summary>
    Quadruple,

    /// <summary>One of those that share their electrons around a ring.</summary>
    Aromatic,
}
