namespace Latent.Training.Reports;

/// <summary>What is known of figures by their names.</summary>
internal static class MetricNames
{
    /// <summary>The loss that a model was trained on.</summary>
    public const string Loss = "loss";

    /// <summary>The mean squared error of reconstructions.</summary>
    public const string SquaredError = "mse";

    /// <summary>How high a recommender ranks what held-out users liked.</summary>
    public const string Gain = "ndcg@100";

    /// <summary>The share of what held-out users liked that a recommender finds among its first 20.</summary>
    public const string Recall = "recall@20";

    /// <summary>How well the scores of a model tell anomalies from normal rows.</summary>
    public const string Detection = "auroc";

    private static readonly string[] Order = [Loss, "reconstruction", "kl", SquaredError];

    // How well a model fits a likelihood says nothing beside a model of another.
    private static readonly string[] OfALikelihood = [Loss, "reconstruction"];
    private static readonly string[] LowerIsBetter = [Loss, "reconstruction", SquaredError, "fvu", "fvu_active", "denoised_mse", "nll", "dead", "mae", "rmse"];
    private static readonly string[] Acronyms = [SquaredError, "fvu", "nll", Detection, "auprc", "l0", Gain];
    private static readonly string[] HigherIsBetter = ["accuracy", Detection, "auprc", "f1", "psnr", "ssim", "explained_variance", "r2", Recall, "recall@50", Gain];

    // Of all, and of each kind of anomaly.
    private static readonly string[] HigherIsBetterOfEach = ["auroc_", "pixel_auroc", "detection"];

    /// <summary>The loss first, then its parts, then the rest by name.</summary>
    public static IEnumerable<string> Sorted(IEnumerable<string> names) =>
        names.Distinct().OrderBy(name => Array.IndexOf(Order, name) is var position and >= 0 ? position : Order.Length).ThenBy(name => name, StringComparer.Ordinal);

    /// <summary>1 where more is better, -1 where less is, 0 where neither or not known.</summary>
    public static int DirectionOf(string name) => LowerIsBetter.Contains(name) ? -1 : HigherIsBetter.Contains(name) || HigherIsBetterOfEach.Any(name.StartsWith) ? 1 : 0;

    /// <summary>Whether a figure depends on the likelihood that a model was given.</summary>
    public static bool DependsOnLikelihood(string name) => OfALikelihood.Contains(name);

    /// <summary>A name as people read it.</summary>
    public static string Text(string name) => string.Join(' ', name.Split('_').Select(word => Acronyms.Contains(word) ? word.ToUpperInvariant() : word));
}
