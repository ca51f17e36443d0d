using System.Globalization;
using Latent.Data;
using Latent.Training.Autoencoders;
using Latent.Training.Autoencoders.Objectives;
using Latent.Training.Binding;
using Latent.Training.Layers;
using Latent.Training.Normalization;

namespace Latent.Training.Recipes.Checks;

/// <summary>Rejects, before training, a model whose decoder or likelihood cannot represent the values of the rows.</summary>
internal static class ValueRangeCheck
{
    /// <summary>Checks a model against its training rows.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="model">The model built from the recipe.</param>
    /// <param name="train">The training rows.</param>
    /// <exception cref="RecipeException">The recipe does not fit the values; the message names a setting that does.</exception>
    public static void Check(Recipe recipe, AutoencoderModel model, Dataset train)
    {
        var isUnit = model.Normalizer.IsUnitOn(train);
        var isProbability = model.Output == OutputActivation.Sigmoid && model.Normalizer.IsIdentity && isUnit;
        if (recipe.Objective.Likelihood == Likelihood.Bernoulli && !isProbability)
            throw recipe.Reject(
                "objective.likelihood bernoulli needs values in [0, 1] without normalization, and a decoder that ends with a sigmoid. " +
                $"{Received(model, train)} Set objective.likelihood to gaussian.");

        if (ProbabilityFault(recipe.Objective.Likelihood, model, train) is { } fault)
            throw recipe.Reject($"{fault} {Received(model, train)}");

        var reachesAll = model.Output is OutputActivation.Identity or OutputActivation.Softmax || isUnit;
        if (!reachesAll)
            throw recipe.Reject(
                "options.output sigmoid reconstructs values in (0, 1) only. " +
                $"{Received(model, train)} Set options.normalization to min_max, or options.output to identity.");
    }

    private static string? ProbabilityFault(Likelihood likelihood, AutoencoderModel model, Dataset train)
    {
        if ((likelihood == Likelihood.Multinomial) != (model.Output == OutputActivation.Softmax))
            return "objective.likelihood multinomial and options.output softmax go together: set both, or neither.";
        if (likelihood == Likelihood.Multinomial && model.Normalizer.Kind is not (NormalizationKind.None or NormalizationKind.Presence))
            return "objective.likelihood multinomial counts interactions. Set options.normalization to presence.";
        if (likelihood == Likelihood.Rated && model.Normalizer.Kind is not (NormalizationKind.None or NormalizationKind.Max))
            return "objective.likelihood rated reads 0 as no rating. Set options.normalization to max or none.";
        var needsPositive = likelihood is Likelihood.Multinomial or Likelihood.Rated
            || model.Normalizer.Kind is NormalizationKind.Presence or NormalizationKind.Max;
        return needsPositive && !(train.Range.Minimum >= 0 && train.Range.Maximum > 0)
            ? "Likelihoods and normalizations of ratings need values of at least 0. Choose others."
            : null;
    }

    private static string Received(AutoencoderModel model, Dataset train) => string.Create(
        CultureInfo.InvariantCulture,
        $"Received: {train.Name} with values from {train.Range.Minimum} to {train.Range.Maximum}, " +
        $"normalization {RecordBinder.NameOf(model.Normalizer.Kind)}, output {RecordBinder.NameOf(model.Output)}.");
}
