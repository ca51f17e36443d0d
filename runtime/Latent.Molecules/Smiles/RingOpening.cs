namespace Latent.Molecules;

/// <summary>An open ring bond.</summary>
/// <param name="Number">The ring number.</param>
/// <param name="Atom">The index of the atom that it follows.</param>
/// <param name="Order">The bond order written before it.</param>
/// <param name="Position">The position in the string, in characters from 0.</param>
internal readonly record struct RingOpening(int Number, int Atom, BondOrder Order, int Position);
