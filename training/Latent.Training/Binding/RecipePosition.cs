namespace Latent.Training.Binding;

/// <summary>A place in a recipe, or an argument that changes one.</summary>
/// <param name="Source">What is read: <c>recipe mnist-vae.yaml</c>, or <c>--set fit.epochs=3</c>.</param>
/// <param name="Line">Line from 1; 0 where there are no lines to count.</param>
/// <param name="Column">Column from 1; 0 where there are no lines to count.</param>
public readonly record struct RecipePosition(string Source, int Line = 0, int Column = 0)
{
    /// <summary><c>recipe mnist-vae.yaml:7:3</c>, or the source alone.</summary>
    public override string ToString() => Line == 0 ? Source : $"{Source}:{Line}:{Column}";
}
