using Latent.Bundles;
using Latent.Runtime;
using Latent.Tests;
using Latent.Training.Autoencoders.Objectives;
using Latent.Training.Binding;
using Latent.Training.Evaluation;
using Latent.Training.Recipes;
using Latent.Training.Recommenders;

namespace Latent.Training.Tests.Recommenders;

/// <summary>Training runs of recommenders, from ratings to a bundle.</summary>
public sealed class RatingRunTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Execute_OfAMultinomialModel_RanksFarBetterThanPopularity()
    {
        var outcome = Execute(TinyRatings.Multinomial);

        using var model = Autoencoder.Load(outcome.Folder);
        Assert.True(model.Verify().Passed);
        Assert.Equal(
            ["active_units", "kl", "loss", "ndcg@100", "near_zero", "recall@20", "recall@50", "reconstruction"],
            outcome.Metrics.Keys.Order());
        var popular = HeldOutUsers.Measure(
            new PopularityBaseline(TinyRatings.Data.Train).Score,
            TinyRatings.Data.Test,
            HeldOutSpec.From(TinyRatings.Multinomial.Data));
        Assert.InRange(outcome.Metrics["ndcg@100"], popular["ndcg@100"] + 0.1, 1);
        Assert.Equal(1, model.Reconstruct(TinyRatings.Data.Test.Row(0)).Sum(), 1e-4);
    }

    [Fact]
    public void Execute_OfAModelOfRatings_KeepsTheItemsInTheBundle()
    {
        var bundle = Bundle.Open(Execute(TinyRatings.Multinomial with { Fit = TinyRatings.Multinomial.Fit with { Epochs = 1 } }).Folder);

        var items = ItemVocabulary.Find(bundle)!;
        Assert.Equal(TinyRatings.Data.Train.Items!.Ids, items.Ids);
        Assert.Equal(TinyRatings.Data.Train.Items.Titles, items.Titles);
        Assert.Equal(
            """{"min_user_ratings":5,"min_item_ratings":5,"fold_in":0.8,"validation":0.1,"test":0.1,"seed":0}""",
            bundle.Manifest.Options.GetProperty("ratings").GetRawText().Replace("\n", "").Replace(" ", ""));
    }

    [Fact]
    public void Execute_OfAModelThatPredictsRatings_MeasuresTheirError()
    {
        var outcome = Execute(TinyRatings.Rated);

        Assert.Equal(
            ["jacobian_norm", "loss", "ndcg@100", "recall@20", "recall@50", "reconstruction", "rmse"],
            outcome.Metrics.Keys.Order());
        Assert.InRange(outcome.Metrics["rmse"], 1, 2.5);
    }

    [Fact]
    public void Evaluate_OfTheBundle_GivesTheFiguresOfTheManifest()
    {
        var outcome = Execute(TinyRatings.Multinomial with { Fit = TinyRatings.Multinomial.Fit with { Epochs = 2 } });

        using var model = Autoencoder.Load(outcome.Folder);
        foreach (var (name, value) in BundleEvaluator.Evaluate(model, TinyRatings.Data.Test))
            Assert.Equal(value, outcome.Metrics[name], Math.Abs(value) * 1e-5);
    }

    [Fact]
    public void Execute_WithBetaPerRating_WeightsKlByTheNumberOfRatings()
    {
        var recipe = TinyRatings.Multinomial with
        {
            Objective = TinyRatings.Multinomial
            .Objective with
            { Beta = 0.01, BetaPerRating = true }
        };

        var metrics = Execute(recipe).Metrics;

        // Six to twelve ratings per user.
        Assert.InRange(metrics["loss"] - metrics["reconstruction"], metrics["kl"] * 0.01 * 6, metrics["kl"] * 0.01 * 12);
        Assert.InRange(metrics["ndcg@100"], 0.3, 1);
    }

    [Theory]
    [InlineData(
        """{ "output": "softmax" }""",
        Likelihood.Gaussian,
        "objective.likelihood multinomial and options.output softmax go together: set both, or neither.")]
    [InlineData(
        "{}",
        Likelihood.Multinomial,
        "objective.likelihood multinomial and options.output softmax go together: set both, or neither.")]
    [InlineData(
        """{ "output": "softmax", "normalization": "max" }""",
        Likelihood.Multinomial,
        "objective.likelihood multinomial counts interactions. Set options.normalization to presence.")]
    [InlineData(
        """{ "output": "identity", "normalization": "presence" }""",
        Likelihood.Rated,
        "objective.likelihood rated reads 0 as no rating. Set options.normalization to max or none.")]
    public void Execute_OfALikelihoodThatDoesNotFit_SaysWhatToSet(string options, Likelihood likelihood, string expected)
    {
        var recipe = TinyRatings.Rated with
        {
            Options = TinyRuns.Options(options),
            Objective = new ObjectiveSettings
            {
                Likelihood = likelihood
            }
        };

        Assert.StartsWith(
            $"test: {expected} Received: tiny with values from 0 to 5, ",
            Assert.Throws<RecipeException>(() => Execute(recipe)).Message);
    }

    [Fact]
    public void Execute_OfRatingSettingsOnImages_SaysToLeaveThemOut()
    {
        var recipe = TinyRuns.Dense with { Data = TinyRuns.Dense.Data with { Ratings = new() } };

        var error = Assert.Throws<RecipeException>(
            () => TrainingRun.Execute(recipe, TinyRuns.Digits, new TrainingRunOptions { OutputFolder = folder.Path }));

        Assert.EndsWith(
            "data.ratings is for rating data. Received: synthetic:digits, rows of 784 numbers. Leave it out, or use a data set of ratings.",
            error.Message);
    }

    private TrainingOutcome Execute(Recipe recipe)
        => TrainingRun.Execute(recipe, TinyRatings.Data, new TrainingRunOptions { OutputFolder = folder.Path });
}
