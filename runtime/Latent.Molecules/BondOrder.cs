namespace Latent.Molecules;

/// <summary>The order of a bond.</summary>
public enum BondOrder
{
    /// <summary>Not specified: aromatic between aromatic atoms, otherwise single.</summary>
    Unspecified,

    /// <summary>One electron pair.</summary>
    Single,

    /// <summary>Two electron pairs.</summary>
    Double,

    /// <summary>Three electron pairs.</summary>
    Triple,

    /// <summary>Four electron pairs.</summary>
    Quadruple,

    /// <summary>A bond of delocalized electrons in an aromatic ring.</summary>
    Aromatic,
}
