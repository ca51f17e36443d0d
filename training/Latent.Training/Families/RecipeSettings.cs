using Latent.Training.Export;
using Latent.Training.Recipes;

namespace Latent.Training.Families;

/// <summary>Settings that every family takes from a recipe.</summary>
internal static class RecipeSettings
{
    /// <summary>Returns the settings of the bundle.</summary>
    public static BundleSettings ForBundle(this Recipe recipe) => new()
    {
        Name = recipe.Name,
        Family = recipe.Family,
        Recipe = recipe.ToJson(),
        Data = recipe.Data,
        KeepsBest = recipe.Fit.EarlyStopping is not null,
        Export = recipe.Export,
        Calibration = recipe.Calibration,
        Evaluation = recipe.Evaluation,
        Report = recipe.Report,
    };
}
