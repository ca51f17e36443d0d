using Latent.Data;

namespace Latent.Cli;

/// <summary>A model of the tour.</summary>
/// <param name="Recipe">The recipe of the model.</param>
/// <param name="Profile">The profile to apply to the recipe.</param>
/// <param name="Data">The data sets to train on, in order of preference; the first available one is used.</param>
internal sealed record TourStop(string Recipe, string Profile, params IReadOnlyList<TourData> Data)
{
    /// <summary>
    /// A variational, a sparse and a convolutional autoencoder, anomaly detection in a table, an image codec and molecules: a minute and
    /// a half in total.
    /// </summary>
    public static IReadOnlyList<TourStop> All { get; } =
    [
        new("mnist-vae", "quick", new("mnist"), new("synthetic:digits")),
        new("mnist-sparse", "quick", new TourData("mnist", "data.rows=30000"), new("synthetic:digits")),
        new("mnist-conv-vae", "quick", new TourData("mnist", "data.rows=20000"), new("synthetic:digits")),
        new(
            "table-anomalies",
            "full",
            new TourData("ionosphere", "data.normal=[g]", "fit.epochs=60", "fit.batch_size=32"),
            new TourData("synthetic:sensors", "fit.batch_size=32")),
        new(
            "mri-codec",
            "quick",
            new TourData("mri", "fit.epochs=5"),
            new TourData("head-ct", "fit.epochs=5"),
            new TourData("synthetic:digits?count=300", "fit.epochs=3", "options.patch=24")),
        new("zinc-vae", "quick", new TourData("nci", "data.rows=3000"), new("zinc250k?count=3000")),
    ];

    /// <summary>
    /// Returns the request for the first available data set; if none is available, for the preferred one, whose error names what is
    /// missing.
    /// </summary>
    public RecipeRequest Choose(DataAccess data)
    {
        var chosen = Data.FirstOrDefault(each => data.CanFetch(DataReference.Parse(each.Reference).Location)) ?? Data[0];
        return new RecipeRequest(Recipe, new RecipeChoices(chosen.Reference, Profile, chosen.Changes));
    }
}
