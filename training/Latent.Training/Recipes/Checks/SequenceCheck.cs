using Latent.Data;
using Latent.Training.Autoencoders.Objectives;
using Latent.Training.Binding;

namespace Latent.Training.Recipes.Checks;

/// <summary>Rejects settings that sequence models do not support.</summary>
internal static class SequenceCheck
{
    /// <summary>Checks a recipe.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="data">The rows.</param>
    /// <exception cref="RecipeException">The recipe has a setting that sequence models do not support.</exception>
    public static void Check(Recipe recipe, DataSplits data)
    {
        var objective = recipe.Objective;
        (bool IsThere, string Name)[] unknown =
        [
            (recipe.Corruption is not null, "corruption"),
            (recipe.Growth is not null, "growth"),
            (objective.Sparsity is not null, "objective.sparsity"),
            (objective.Contraction > 0, "objective.contraction"),
            (objective.Auxiliary is not null, "objective.auxiliary"),
            (objective.Importance is not null, "objective.importance"),
            (objective.Prior != PriorKind.Standard, "objective.prior"),
        ];
        if (unknown.FirstOrDefault(setting => setting.IsThere) is { Name: { } name })
            throw recipe.Reject($"{name} is not supported for family {recipe.Family}. Leave it out.");
        if (data.Test.Count == 0)
            throw recipe.Reject($"the test split of {data.Name} is empty, and a bundle includes metrics of its rows. Raise data.test.");
    }
}
