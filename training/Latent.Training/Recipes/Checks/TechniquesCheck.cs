using System.Globalization;
using Latent.Data;
using Latent.Training.Autoencoders;
using Latent.Training.Autoencoders.Codes;
using Latent.Training.Autoencoders.Objectives;
using Latent.Training.Autoencoders.Scores;
using Latent.Training.Binding;
using Latent.Training.Rows;

namespace Latent.Training.Recipes.Checks;

/// <summary>Rejects techniques that are incompatible with the model, the rows or each other, before training starts.</summary>
internal static class TechniquesCheck
{
    /// <summary>Checks a recipe.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="model">The model built from the recipe.</param>
    /// <param name="data">The rows.</param>
    /// <exception cref="RecipeException">A technique is incompatible; the message states the fix.</exception>
    public static void Check(Recipe recipe, AutoencoderModel model, DataSplits data)
    {
        var fault = SequenceFault(recipe)
            ?? GrowthFault(recipe, model)
            ?? DivergenceFault(recipe, model)
            ?? CorruptionFault(recipe, model, data)
            ?? EvaluationFault(recipe, model, data);
        if (fault is not null)
            throw recipe.Reject(fault);
    }

    private static string? SequenceFault(Recipe recipe)
    {
        var (freeBits, wordDropout) = (recipe.Objective.FreeBits, recipe.Objective.WordDropout);
        if (freeBits > 0)
            return Fault("objective.free_bits", freeBits);
        return wordDropout > 0 ? Fault("objective.word_dropout", wordDropout) : null;

        string Fault(string name, double value) =>
            FormattableString.Invariant($"{name} is for family sequence. Received: {value}, with family {recipe.Family}. Leave it out.");
    }

    private static string? GrowthFault(Recipe recipe, AutoencoderModel model)
    {
        if (recipe.Growth is not { } growth)
            return null;
        if (model.Code is SparseCode)
            return $"growth needs a code that is not sparse. Received: family {model.Family}. Leave growth out.";
        if (growth.Latents[^1] >= model.LatentSize)
            return $"growth.latents must stay below options.latent, {model.LatentSize}. Received: [{string.Join(", ", growth.Latents)}].";
        var stages = growth.Latents.Count * growth.StageEpochs;
        return stages < recipe.Fit.Epochs
            ? null
            : $"growth takes {growth.Latents.Count} stages of {growth.StageEpochs} epochs, and the full code needs epochs after them. " +
                $"Received: fit.epochs {recipe.Fit.Epochs}. Raise it above {stages}, or lower growth.stage_epochs.";
    }

    private static string? DivergenceFault(Recipe recipe, AutoencoderModel model)
    {
        var (annealing, importance) = (recipe.Objective.Annealing, recipe.Objective.Importance);
        if (recipe.Objective.BetaPerRating && (!model.IsVariational || recipe.Objective.Likelihood != Likelihood.Multinomial))
        {
            return "objective.beta_per_rating is for variational models with likelihood multinomial. " +
                $"Received: family {model.Family}, likelihood {RecordBinder.NameOf(recipe.Objective.Likelihood)}. Leave it out.";
        }

        if (recipe.Objective.Prior != PriorKind.Standard && (!model.IsVariational || importance is { Samples: > 1 }))
        {
            return $"objective.prior {RecordBinder.NameOf(recipe.Objective.Prior)} is for variational models without importance samples. " +
                $"Received: family {model.Family}{(model.IsVariational ? ", with objective.importance" : "")}. Leave it out.";
        }

        if (annealing is not null && !model.IsVariational)
            return $"objective.annealing is for the divergence of variational models. Received: family {model.Family}. Leave it out.";
        if (annealing is not null && importance is { Samples: > 1 })
        {
            return "objective.annealing does not apply to the importance-weighted bound, which has no weight to anneal. " +
                "Leave out annealing or importance.";
        }

        return importance is { Samples: > 1 } && importance.WarmupEpochs >= recipe.Fit.Epochs
            ? "objective.importance.warmup_epochs must be below fit.epochs, or the bound is never used. " +
                $"Received: {importance.WarmupEpochs} of {recipe.Fit.Epochs}."
            : null;
    }

    private static string? CorruptionFault(Recipe recipe, AutoencoderModel model, DataSplits data)
    {
        // The recipe key stays 'draw_hidden' for compatibility.
        if (recipe.Corruption is { DrawHidden: true } && recipe.Objective.Likelihood is not (Likelihood.Multinomial or Likelihood.Rated))
        {
            return "corruption.draw_hidden is for rating likelihoods, which treat 0 as missing. " +
                $"Received: {RecordBinder.NameOf(recipe.Objective.Likelihood)}. " +
                "Set objective.likelihood to multinomial or rated, or leave it out.";
        }

        if (recipe.Corruption is not { } corruption || model.Normalizer.IsUnitOn(data.Train))
            return null;
        var received = string.Create(
            CultureInfo.InvariantCulture,
            $"Received: {data.Name} with values from {data.Train.Range.Minimum} to {data.Train.Range.Maximum}.");
        if (corruption.Clamp)
            return $"corruption.clamp limits rows to [0, 1]. {received} Set corruption.clamp to false.";
        return corruption.Kind == CorruptionKind.SaltAndPepper
            ? $"corruption.kind salt_and_pepper writes 0 and 1 into rows in [0, 1]. {received} Set corruption.kind to gaussian or masking."
            : null;
    }

    private static string? EvaluationFault(Recipe recipe, AutoencoderModel model, DataSplits data)
    {
        if (data.Test.Count == 0)
            return $"the test split of {data.Name} is empty, and a bundle includes metrics of its rows. Raise data.test.";
        if (recipe.Objective.Likelihood == Likelihood.Bernoulli && !data.Test.Range.IsUnit)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"objective.likelihood bernoulli takes values in [0, 1]. Received: test rows of {data.Name} " +
                $"from {data.Test.Range.Minimum} to {data.Test.Range.Maximum}. Set objective.likelihood to gaussian.");
        }

        if (recipe.Data.Normal is { } normal)
            _ = (RowPreparation.OnlyNormal(data.Test, normal), RowPreparation.OnlyAnomalies(data.Test, normal));
        if (recipe.Data.Ratings is not null && data.Test.Items is null)
        {
            return $"data.ratings is for rating data. Received: {data.Name}, rows of {data.Test.SampleSize} numbers. " +
                "Leave it out, or use a data set of ratings.";
        }

        // The recipe value stays 'place' for compatibility.
        if (recipe.Calibration.Score == ScoreKind.Place && model.Normalizer.Image is null)
        {
            return "calibration.score place needs images, because it scores the image region with the largest error. " +
                $"Received: {data.Name}, rows of {data.Test.SampleSize} numbers. Set it to loss, mahalanobis or improbability.";
        }

        var isBinary = recipe.Objective.Likelihood == Likelihood.Bernoulli && recipe.Data.Binarization == Binarization.Stochastic;
        return recipe.Evaluation.ImportanceSamples == 0 || (model.IsVariational && isBinary)
            ? null
            : "evaluation.importance_samples needs a variational model with likelihood bernoulli on binary rows. " +
                "Set it to 0, or data.binarization to stochastic.";
    }
}
