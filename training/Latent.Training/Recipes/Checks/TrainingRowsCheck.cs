using Latent.Data;
using Latent.Fitting;
using Latent.Training.Binding;

namespace Latent.Training.Recipes.Checks;

/// <summary>Rejects rows from which a model cannot learn.</summary>
internal static class TrainingRowsCheck
{
    /// <summary>Checks the training rows.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="train">The training rows.</param>
    /// <exception cref="RecipeException">The batch size exceeds the number of rows.</exception>
    /// <exception cref="TrainingException">There is only one row, or all rows are equal.</exception>
    public static void Check(Recipe recipe, Dataset train)
    {
        if (train.Count == 1)
        {
            throw new TrainingException(
                $"{train.Name} has a single training row, but a model learns from differences between rows. " +
                "Add rows, or lower data.validation and data.test.");
        }

        if (recipe.Fit.BatchSize > train.Count)
        {
            throw recipe.Reject(
                $"fit.batch_size must be at most the number of training rows. Received: {recipe.Fit.BatchSize}, " +
                $"and {train.Name} has {train.Count}. Lower it, for example with --set fit.batch_size={Math.Max(1, train.Count / 8)}.");
        }

        if (AreAllTheSame(train))
        {
            throw new TrainingException(
                $"All {train.Count} training rows of {train.Name} are equal, so there is nothing to learn. " +
                "Check the file and how its columns are read.");
        }
    }

    private static bool AreAllTheSame(Dataset train)
    {
        var first = train.Row(0);
        for (var i = 1; i < train.Count; i++)
        {
            if (!train.Row(i).SequenceEqual(first))
                return false;
        }

        return true;
    }
}
