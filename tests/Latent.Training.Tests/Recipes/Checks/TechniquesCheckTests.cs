using Latent.Data;
using Latent.Training.Autoencoders;
using Latent.Training.Autoencoders.Objectives;
using Latent.Training.Binding;
using Latent.Training.Evaluation;
using Latent.Training.Families;
using Latent.Training.Recipes;
using Latent.Training.Recipes.Checks;

namespace Latent.Training.Tests.Recipes.Checks;

public sealed class TechniquesCheckTests
{
    private static readonly Recipe Dense = TinyRuns.Dense with { Fit = TinyRuns.Dense.Fit with { Epochs = 10 } };
    private static readonly Recipe Vae = TinyRuns.Variational with { Fit = TinyRuns.Variational.Fit with { Epochs = 10 } };

    [Fact]
    public void Check_GrowthBeyondTheCode_SaysTheLimit() => Assert.Equal(
        "test: growth.latents must stay below options.latent, 8. Received: [4, 8].",
        Rejection(Dense with { Growth = new GrowthSettings { Latents = [4, 8], StageEpochs = 1 } }));

    [Fact]
    public void Check_GrowthOverAllEpochs_SaysHowManyAreNeeded() => Assert.Equal(
        "test: growth takes 2 stages of 5 epochs, and the full code needs epochs after them. Received: fit.epochs 10. " +
            "Raise it above 10, or lower growth.stage_epochs.",
        Rejection(Dense with { Growth = new GrowthSettings { Latents = [2, 4] } }));

    [Fact]
    public void Check_GrowthOfASparseCode_IsRejected() => Assert.Equal(
        "test: growth needs a code that is not sparse. Received: family topk. Leave growth out.",
        Rejection(Dense with
        {
            Family = "topk",
            Options = TinyRuns.Options("""{ "latent": 16 }"""),
            Growth = new GrowthSettings
            {
                Latents = [4],
                StageEpochs = 1
            }
        }));

    [Fact]
    public void Check_AnnealingOfAPlainCode_IsRejected() => Assert.Equal(
        "test: objective.annealing is for the divergence of variational models. Received: family dense. Leave it out.",
        Rejection(Dense with { Objective = new ObjectiveSettings { Annealing = new AnnealingSettings() } }));

    [Fact]
    public void Check_AnnealingOfTheImportanceBound_IsRejected() => Assert.Equal(
        "test: objective.annealing does not apply to the importance-weighted bound, which has no weight to anneal. " +
            "Leave out annealing or importance.",
        Rejection(
            Vae with { Objective = Vae.Objective with { Annealing = new AnnealingSettings(), Importance = new ImportanceSettings() } }));

    [Fact]
    public void Check_CompositePriorOfAPlainCode_IsRejected() => Assert.Equal(
        "test: objective.prior composite is for variational models without importance samples. Received: family dense. Leave it out.",
        Rejection(Dense with { Objective = new ObjectiveSettings { Prior = PriorKind.Composite } }));

    [Fact]
    public void Check_CompositePriorOfTheImportanceBound_IsRejected() => Assert.Equal(
        "test: objective.prior composite is for variational models without importance samples. Received: " +
        "family variational, with objective.importance. Leave it out.",
        Rejection(Vae with { Objective = Vae.Objective with { Prior = PriorKind.Composite, Importance = new ImportanceSettings() } }));

    [Fact]
    public void Check_ReconstructingWhatWasHiddenOfImages_IsRejected() => Assert.Equal(
        "test: corruption.draw_hidden is for rating likelihoods, which treat 0 as missing. Received: gaussian. " +
            "Set objective.likelihood to multinomial or rated, or leave it out.",
        Rejection(Dense with { Corruption = new CorruptionSettings { Kind = CorruptionKind.Masking, DrawHidden = true } }));

    [Fact]
    public void Check_WeightPerRatingOfImages_IsRejected() => Assert.Equal(
        "test: objective.beta_per_rating is for variational models with likelihood multinomial. Received: " +
        "family variational, likelihood bernoulli. Leave it out.",
        Rejection(Vae with { Objective = Vae.Objective with { BetaPerRating = true } }));

    [Fact]
    public void Check_WarmUpOverAllEpochs_IsRejected() => Assert.Equal(
        "test: objective.importance.warmup_epochs must be below fit.epochs, or the bound is never used. Received: 10 of 10.",
        Rejection(Vae with { Objective = Vae.Objective with { Importance = new ImportanceSettings { WarmupEpochs = 10 } } }));

    [Fact]
    public void Check_ClampOfRowsBeyondOne_SaysWhatToSet()
    {
        var rows = new Dataset("heights", [2], [.. Enumerable.Range(0, 80).Select(i => (float)i)]);
        var data = new DataSplits(rows, rows, rows);
        var recipe = Dense with { Options = TinyRuns.Options("""{ "output": "identity" }"""), Corruption = new CorruptionSettings() };

        var error = Assert.Throws<RecipeException>(() => TechniquesCheck.Check(recipe, ModelFamilies.Build(recipe, rows).Model, data));

        Assert.Equal(
            "test: corruption.clamp limits rows to [0, 1]. Received: heights with values from 0 to 79. Set corruption.clamp to false.",
            error.Message);
    }

    [Fact]
    public void Check_ImportanceSamplesForAPlainCode_IsRejectedBeforeTraining() => Assert.Equal(
        "test: evaluation.importance_samples needs a variational model with likelihood bernoulli on binary rows. " +
            "Set it to 0, or data.binarization to stochastic.",
        Rejection(Dense with { Evaluation = new EvaluationSettings { ImportanceSamples = 10 } }));

    [Fact]
    public void Check_WithoutTestRows_SaysWhatToRaise()
    {
        var data = new DataSplits(TinyRuns.Digits.Train, TinyRuns.Digits.Validation, TinyRuns.Digits.Test.Subset([]));

        var error = Assert.Throws<RecipeException>(() => TechniquesCheck.Check(Dense, TinyRuns.Model(Dense), data));

        Assert.EndsWith("is empty, and a bundle includes metrics of its rows. Raise data.test.", error.Message);
    }

    [Theory]
    [InlineData(
        SparsityKind.Kl,
        1.0,
        "must have a target below 1: for kl, it is a mean activity. Received: 1. The usual range is 0.01 to 0.1.")]
    [InlineData(
        SparsityKind.L0,
        0.05,
        "must have a target of at least 1: for l0, it is a number of active latents. Received: 0.05. Try a sixteenth of options.latent.")]
    [InlineData(SparsityKind.Kl, 0.05, null)]
    public void FindFault_OfASparsityTarget_KnowsItsRange(SparsityKind kind, double target, string? fault) =>
        Assert.Equal(fault, new SparsitySettings { Kind = kind, Target = target }.FindFault());

    private static string Rejection(Recipe recipe)
    {
        using var model = TinyRuns.Model(recipe);
        return Assert.Throws<RecipeException>(() => TechniquesCheck.Check(recipe, model, TinyRuns.Digits)).Message;
    }
}
