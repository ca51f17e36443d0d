namespace Latent.Molecules;

/// <summary>A bond between two atoms of a molecule.</summary>
/// <param name="First">Index of the atom that is written first.</param>
/// <param name="Second">Index of the other.</param>
/// <param name="Order">What kind of bond.</param>
public readonly record struct MoleculeBond(int First, int Second, BondOrder Order)
{
    /// <summary>The atom at the other end.</summary>
    /// <param name="atom">One of the two.</param>
    public int Other(int atom) => atom == First ? Second : First;
}
