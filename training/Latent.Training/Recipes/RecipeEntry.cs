using Latent.Training.Binding;

namespace Latent.Training.Recipes;

/// <summary>A key of a mapping and its value.</summary>
/// <param name="Key">The key.</param>
/// <param name="KeyPosition">The position where the key starts.</param>
/// <param name="Value">The value.</param>
public sealed record RecipeEntry(string Key, RecipePosition KeyPosition, RecipeNode Value);
