using System.Text.Json.Nodes;

namespace Latent.Training.Binding;

/// <summary>A list.</summary>
/// <param name="Position">Where it begins.</param>
/// <param name="Items">What it holds.</param>
public sealed record RecipeSequence(RecipePosition Position, IReadOnlyList<RecipeNode> Items) : RecipeNode(Position)
{
    /// <inheritdoc/>
    public override JsonNode ToJson() => new JsonArray([.. Items.Select(item => item.ToJson())]);

    internal override string Describe() => "a list";
}
