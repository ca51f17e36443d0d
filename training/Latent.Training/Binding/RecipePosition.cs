namespace Latent.Training.Binding;

/// <summary>A position in a recipe, or an argument that overrides one.</summary>
/// <param name="Source">The source: <c>recipe mnist-vae.yaml</c>, or <c>--set fit.epochs=3</c>.</param>
/// <param name="Line">1-based line; 0 where the source has no lines.</param>
/// <param name="Column">1-based column; 0 where the source has no lines.</param>
public readonly record struct RecipePosition(string Source, int Line = 0, int Column = 0)
{
    /// <summary><c>recipe mnist-vae.yaml:7:3</c>, or the source alone.</summary>
    public override string ToString() => Line == 0 ? Source : $"{Source}:{Line}:{Column}";
}
