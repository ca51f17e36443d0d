namespace Latent.Training.Reports;

/// <summary>Properties of metrics by name.</summary>
internal static class MetricNames
{
    /// <summary>The training objective.</summary>
    public const string Loss = "loss";

    /// <summary>The mean squared error of reconstructions.</summary>
    public const string SquaredError = "mse";

    /// <summary>The ranking quality of a recommender for held-out users.</summary>
    public const string Gain = "ndcg@100";

    /// <summary>The share of hidden items of held-out users in the top 20 of a recommender.</summary>
    public const string Recall = "recall@20";

    /// <summary>How well the scores of a model separate anomalies from normal rows.</summary>
    public const string Detection = "auroc";

    private static readonly string[] Order = [Loss, "reconstruction", "kl", SquaredError];

    // These metrics are comparable only between models of the same likelihood.
    private static readonly string[] OfALikelihood = [Loss, "reconstruction"];
    private static readonly string[] LowerIsBetter
        = [Loss, "reconstruction", SquaredError, "fvu", "fvu_active", "denoised_mse", "nll", "dead", "mae", "rmse"];
    private static readonly string[] Acronyms = [SquaredError, "fvu", "nll", Detection, "auprc", "l0", Gain];
    private static readonly string[] HigherIsBetter
        = ["accuracy", Detection, "auprc", "f1", "psnr", "ssim", "explained_variance", "r2", Recall, "recall@50", Gain];

    // The prefixes of metrics for all anomalies and for each kind of anomaly.
    private static readonly string[] HigherIsBetterOfEach = ["auroc_", "pixel_auroc", "detection"];

    /// <summary>Sorts names: the loss first, then its terms, then the rest by name.</summary>
    public static IEnumerable<string> Sorted(IEnumerable<string> names) =>
        names.Distinct().OrderBy(name => Array.IndexOf(Order, name) is var position and >= 0 ? position : Order.Length)
            .ThenBy(name => name, StringComparer.Ordinal);

    /// <summary>Returns 1 if higher is better, -1 if lower is better, 0 if neither or unknown.</summary>
    public static int DirectionOf(string name)
        => LowerIsBetter.Contains(name) ? -1 : HigherIsBetter.Contains(name) || HigherIsBetterOfEach.Any(name.StartsWith) ? 1 : 0;

    /// <summary>Whether a metric depends on the likelihood of the model.</summary>
    public static bool DependsOnLikelihood(string name) => OfALikelihood.Contains(name);

    /// <summary>Returns a readable name.</summary>
    public static string Text(string name)
        => string.Join(' ', name.Split('_').Select(word => Acronyms.Contains(word) ? word.ToUpperInvariant() : word));
}
