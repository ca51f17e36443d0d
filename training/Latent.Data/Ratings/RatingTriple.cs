namespace Latent.Data;

/// <summary>One rating.</summary>
/// <param name="User">Which user, by the order in which they first came.</param>
/// <param name="Item">Which item, by the order in which they first came.</param>
/// <param name="Value">The rating, more than 0.</param>
internal readonly record struct RatingTriple(int User, int Item, float Value);
