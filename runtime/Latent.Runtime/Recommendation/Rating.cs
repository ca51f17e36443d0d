namespace Latent.Runtime;

/// <summary>What somebody thinks of an item.</summary>
/// <param name="Item">The item's id, one of <see cref="Recommender.Items"/>.</param>
/// <param name="Value">The rating, finite and more than 0; models of interactions only look at whether there is one. Default: 1.</param>
public readonly record struct Rating(string Item, float Value = 1);
