using System.Globalization;
using Latent.Training.Data;
using Latent.Training.Layers;
using Latent.Training.Recipes;

namespace Latent.Training.Models;

/// <summary>Refuses a model whose decoder or likelihood cannot reach the values of the rows, before training in vain.</summary>
internal static class ValueRangeCheck
{
    /// <summary>Checks a model against the rows that it is to be trained on.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="model">The model that was built from it.</param>
    /// <param name="train">The training rows.</param>
    /// <exception cref="RecipeException">The recipe does not fit the values; the message says which setting does.</exception>
    public static void Check(Recipe recipe, AutoencoderModel model, Dataset train)
    {
        var isUnit = model.Normalizer.IsUnitOn(train);
        if (recipe.Objective.Likelihood == Likelihood.Bernoulli && !(model.Output == OutputActivation.Sigmoid && model.Normalizer.IsIdentity && isUnit))
            throw Refused(recipe, $"objective.likelihood bernoulli takes values in [0, 1] as they are, and a decoder that ends with a sigmoid. {Received(model, train)} Set objective.likelihood to gaussian.");

        var reachesAll = model.Output == OutputActivation.Identity || isUnit;
        if (!reachesAll)
            throw Refused(recipe, $"options.output sigmoid draws values in (0, 1) only. {Received(model, train)} Set options.normalization to min_max, or options.output to identity.");
    }

    private static string Received(AutoencoderModel model, Dataset train) => string.Create(
        CultureInfo.InvariantCulture,
        $"Received: {train.Name} with values from {train.Range.Minimum} to {train.Range.Maximum}, normalization {RecordBinder.NameOf(model.Normalizer.Kind)}, output {RecordBinder.NameOf(model.Output)}.");

    private static RecipeException Refused(Recipe recipe, string problem) => new(recipe.Options.Position, problem);
}
