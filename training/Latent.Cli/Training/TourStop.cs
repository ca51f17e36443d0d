using Latent.Data;

namespace Latent.Cli;

/// <summary>A model of the tour.</summary>
/// <param name="Recipe">Its recipe.</param>
/// <param name="Profile">The profile to lay over it.</param>
/// <param name="Data">Data to train on, best first; the first that this machine can get is taken.</param>
internal sealed record TourStop(string Recipe, string Profile, params IReadOnlyList<TourData> Data)
{
    /// <summary>A variational, a sparse and a convolutional autoencoder, anomalies in a table, an image codec, molecules: a minute and a half in all.</summary>
    public static IReadOnlyList<TourStop> All { get; } =
    [
        new("mnist-vae", "quick", new("mnist"), new("synthetic:digits")),
        new("mnist-sparse", "quick", new TourData("mnist", "data.rows=30000"), new("synthetic:digits")),
        new("mnist-conv-vae", "quick", new TourData("mnist", "data.rows=20000"), new("synthetic:digits")),
        new("table-anomalies", "full", new TourData("ionosphere", "data.normal=[g]", "fit.epochs=60", "fit.batch_size=32"), new TourData("synthetic:sensors", "fit.batch_size=32")),
        new("mri-codec", "quick", new TourData("mri", "fit.epochs=5"), new TourData("head-ct", "fit.epochs=5"), new TourData("synthetic:digits?count=300", "fit.epochs=3", "options.patch=24")),
        new("zinc-vae", "quick", new TourData("nci", "data.rows=3000"), new("zinc250k?count=3000")),
    ];

    /// <summary>What to train, on the first data that can be had; where there is none, on the best, which then says what is missing.</summary>
    public RecipeRequest Choose(DataAccess data)
    {
        var chosen = Data.FirstOrDefault(each => data.CanFetch(DataReference.Parse(each.Reference).Location)) ?? Data[0];
        return new RecipeRequest(Recipe, new RecipeChoices(chosen.Reference, Profile, chosen.Changes));
    }
}
