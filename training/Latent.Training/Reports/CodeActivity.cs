using Latent.Bundles;

namespace Latent.Training.Reports;

/// <summary>The activity of latents in models with sparse codes.</summary>
/// <param name="Values">The histogram of latent values.</param>
/// <param name="MeanActivations">The mean magnitude of each latent.</param>
/// <param name="Silent">The number of latents that are not active in any row (dead latents).</param>
/// <param name="MeanActive">The mean number of active latents per code.</param>
internal sealed record CodeActivity(Histogram Values, IReadOnlyList<double> MeanActivations, int Silent, double MeanActive)
{
    private const string ActiveLatents = "l0";

    // If the manifest has no activity threshold, latents below this fraction of the largest magnitude count as inactive.
    private const float NearZero = 1e-3f;

    private static readonly string[] SparseFamilies = ["sparse", "topk", "batch_topk", "jump_relu"];

    /// <summary>Measures the activity in codes; null if the model is not sparse.</summary>
    /// <param name="manifest">The manifest, with the family and metrics of the model.</param>
    /// <param name="codes">Codes, row-major, at least one.</param>
    public static CodeActivity? Find(BundleManifest manifest, float[] codes)
    {
        var limit = manifest.Options.TryGetProperty("active_above", out var bound) ? bound.GetSingle() : NearZero * codes.Max(Math.Abs);
        var isSparse = SparseFamilies.Contains(manifest.Family) || manifest.Metrics.ContainsKey(ActiveLatents)
            || codes.Count(code => Math.Abs(code) <= limit) > codes.Length / 2;
        return isSparse ? Create(codes, (int)manifest.Latent.Size, limit) : null;
    }

    private static CodeActivity Create(float[] codes, int size, float limit)
    {
        var (sums, active) = (new double[size], new long[size]);
        for (var i = 0; i < codes.Length; i++)
        {
            sums[i % size] += Math.Abs(codes[i]);
            active[i % size] += Math.Abs(codes[i]) > limit ? 1 : 0;
        }

        var rows = (double)codes.Length / size;
        return new CodeActivity(
            Histogram.Create(codes),
            [.. sums.Select(sum => sum / rows)],
            active.Count(count => count == 0),
            active.Sum() / rows);
    }
}
