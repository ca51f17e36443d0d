namespace Latent.Molecules;

/// <summary>A bond between two atoms of a molecule.</summary>
/// <param name="First">The index of the atom that is written first.</param>
/// <param name="Second">The index of the other atom.</param>
/// <param name="Order">The bond order.</param>
public readonly record struct MoleculeBond(int First, int Second, BondOrder Order)
{
    /// <summary>Returns the atom at the other end.</summary>
    /// <param name="atom">The index of one of the two atoms.</param>
    public int Other(int atom) => atom == First ? Second : First;
}
