using Latent.Training.Binding;

namespace Latent.Training.Recipes;

/// <summary>A key of a mapping and what stands behind it.</summary>
/// <param name="Key">The key.</param>
/// <param name="KeyPosition">Where the key begins.</param>
/// <param name="Value">What stands behind it.</param>
public sealed record RecipeEntry(string Key, RecipePosition KeyPosition, RecipeNode Value);
