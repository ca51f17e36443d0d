namespace Latent.Data;

/// <summary>One rating.</summary>
/// <param name="User">The user index, in order of first appearance.</param>
/// <param name="Item">The item index, in order of first appearance.</param>
/// <param name="Value">The rating, more than 0.</param>
internal readonly record struct RatingTriple(int User, int Item, float Value);
