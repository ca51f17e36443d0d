using System.Text.Json.Nodes;
using Latent.Bundles;
using Latent.Data;
using Latent.Training.Recipes;
using Latent.Training.Reports;

namespace Latent.Training.Export;

/// <summary>An up-to-date bundle from an identical earlier run.</summary>
internal static class FinishedBundle
{
    private static readonly string ProducerVersion = typeof(FinishedBundle).Assembly.GetName().Version!.ToString(3);

    /// <summary>
    /// Finds the outcome of an earlier run; null if there is no bundle of the same recipe, the same rows and this version of
    /// latent.
    /// </summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="data">The rows.</param>
    /// <param name="folder">The folder of the bundle.</param>
    /// <param name="parameters">The number of trainable parameters.</param>
    public static TrainingOutcome? Find(Recipe recipe, DataSplits data, string folder, long parameters)
    {
        var (recipePath, metricsPath) = (Path.Combine(folder, "report/recipe.json"), Path.Combine(folder, MetricsLog.FileName));
        if (!File.Exists(recipePath) || !File.Exists(metricsPath) || Open(folder) is not { } bundle)
            return null;

        var isSame = bundle.Manifest.Producer.Version == ProducerVersion
            && bundle.Manifest.Data?.Digest == data.Digest
            && JsonNode.DeepEquals(JsonNode.Parse(File.ReadAllText(recipePath)), JsonNode.Parse(recipe.ToJson().ToJsonString()));
        return isSame ? TrainingOutcome.Create(bundle, MetricsLog.Read(metricsPath), data, parameters) : null;
    }

    private static Bundle? Open(string folder)
    {
        try
        {
            return Bundle.Open(folder);
        }
        catch (BundleException)
        {
            // A corrupt bundle, or one of another format, is rebuilt.
            return null;
        }
    }
}
