using System.Globalization;
using System.Text.Json;
using Latent.Bundles;
using Latent.Data;
using Latent.Runtime;
using Latent.Tests;
using Latent.Training.Families;
using Latent.Training.Recipes;
using Latent.Training.Rows;

namespace Latent.Training.Tests.Autoencoders.Scores;

/// <summary>A released bundle with a calibration, and the scores of rows that it was not trained on.</summary>
internal sealed class CalibratedBundle
{
    private static readonly DataCatalogue Catalogue = new();

    // Many successive bundles use the same rows, which take seconds to read.
    private static (string Key, DataSplits Rows)? last;

    private CalibratedBundle(CalibrationSpec calibration, bool isOfTheseRows, float[] validation, float[] test) =>
        (Calibration, IsOfTheseRows, Validation, Test) = (calibration, isOfTheseRows, validation, test);

    /// <summary>The names of the bundles, by whether their data is on this machine.</summary>
    public static ILookup<bool, string> Names { get; }
        = Directory.EnumerateDirectories(Repository.At("models")).Order(StringComparer.Ordinal)
        .Where(folder => Bundle.Open(folder, verifyHashes: false).Manifest.Calibration is not null)
        .ToLookup(
            folder => Catalogue.GetState(Catalogue.Find(RecipeOf(folder).Data.Name)) != DataState.NotFetched,
            folder => Path.GetFileName(folder));

    public CalibrationSpec Calibration { get; }

    /// <summary>Whether the rows are split as in training, so that none of these was trained on.</summary>
    public bool IsOfTheseRows { get; }

    /// <summary>The scores of the normal rows that the bundle was calibrated on.</summary>
    public float[] Validation { get; }

    /// <summary>The scores of normal rows that the bundle never saw.</summary>
    public float[] Test { get; }

    public static CalibratedBundle Open(string name)
    {
        var folder = Repository.At("models", name);
        var recipe = RecipeOf(folder);
        var rows = RowsOf(recipe);
        using var model = Autoencoder.Load(folder);
        var test = recipe.Data.Normal is { } normal ? RowPreparation.OnlyNormal(rows.Test, normal) : rows.Test;
        return new(
            model.Manifest.Calibration!,
            rows.Digest == model.Manifest.Data?.Digest,
            ScoresOf(model, rows.Validation),
            ScoresOf(model, test));
    }

    /// <summary>Returns the quantile that a threshold is named by.</summary>
    public static double QuantileOf(string name) => double.Parse(name, CultureInfo.InvariantCulture);

    private static Recipe RecipeOf(string folder)
    {
        var path = Path.Combine(folder, "report", "recipe.json");
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        return Recipe.FromJson(json.RootElement.Clone(), path);
    }

    private static DataSplits RowsOf(Recipe recipe)
    {
        var key = JsonSerializer.Serialize((recipe.Family, recipe.Data), new JsonSerializerOptions { IncludeFields = true });
        if (last?.Key != key)
            last = (key, ModelFamilies.Prepare(recipe, Catalogue.Open(recipe.Data.Name, recipe.Data.ToOptions())));
        return last.Value.Rows;
    }

    private static float[] ScoresOf(Autoencoder model, Dataset rows) => model.Score(rows.Values.AsSpan()).Values;
}
