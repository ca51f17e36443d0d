using System.Text.Json.Nodes;

namespace Latent.Training.Binding;

/// <summary>A list.</summary>
/// <param name="Position">The position where it starts.</param>
/// <param name="Items">The items.</param>
public sealed record RecipeSequence(RecipePosition Position, IReadOnlyList<RecipeNode> Items) : RecipeNode(Position)
{
    /// <inheritdoc/>
    public override JsonNode ToJson() => new JsonArray([.. Items.Select(item => item.ToJson())]);

    internal override string Describe() => "a list";
}
