namespace Latent.Molecules;

/// <summary>A ring number that waits for its other end.</summary>
/// <param name="Number">The number.</param>
/// <param name="Atom">Index of the atom behind which it stands.</param>
/// <param name="Order">The bond that is written before it.</param>
/// <param name="Position">Where it stands.</param>
internal readonly record struct RingOpening(int Number, int Atom, BondOrder Order, int Position);
