using Latent.Bundles;
using Latent.Data;
using Latent.Training;
using Latent.Training.Recipes;

namespace Latent.Cli;

/// <summary>A recommender with any number of items, for timing: its latency does not depend on the weights.</summary>
internal static class UntrainedRecommender
{
    private const int Users = 60;
    private const int RatingsAUser = 30;

    /// <summary>Creates the bundle: one epoch over a few synthetic users.</summary>
    /// <param name="recipe">The recipe that defines the model.</param>
    /// <param name="items">The number of items.</param>
    /// <param name="folder">The output folder of the bundle.</param>
    /// <param name="cancellation">Stops the training.</param>
    /// <returns>The folder of the bundle.</returns>
    public static string Make(string recipe, int items, string folder, CancellationToken cancellation)
    {
        var settled = Recipe.Open(recipe, overrides: ["fit.epochs=1", "fit.batch_size=20"]);
        var data = DataSplits.Divide(RowsOf(items), new DataOptions { Validation = SplitSize.Samples(10), Test = SplitSize.Samples(10) });
        return TrainingRun.Execute(settled, data, new TrainingRunOptions { OutputFolder = folder }, cancellation).Folder;
    }

    private static Dataset RowsOf(int items)
    {
        var random = new Random(1);
        var values = new float[Users * items];
        for (var i = 0; i < Users * RatingsAUser; i++)
            values[(i / RatingsAUser * items) + random.Next(items)] = 1;
        string[] ids = [.. Enumerable.Range(0, items).Select(item => $"{item}")];
        return new Dataset("made up", new RatingSchema(new ItemVocabulary(ids, ids)), values);
    }
}
