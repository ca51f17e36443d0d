namespace Latent.Runtime;

/// <summary>A user's rating of an item.</summary>
/// <param name="Item">The item's id, one of <see cref="Recommender.Items"/>.</param>
/// <param name="Value">The rating, finite and above 0; models of interactions only use its presence. Default: 1.</param>
public readonly record struct Rating(string Item, float Value = 1);
