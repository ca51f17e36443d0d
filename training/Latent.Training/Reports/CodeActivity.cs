using Latent.Bundles;

namespace Latent.Training.Reports;

/// <summary>How much of a code is used, for models whose codes are mostly 0.</summary>
/// <param name="Values">How often which number stands in a code.</param>
/// <param name="MeanActivations">The mean magnitude of each place of a code.</param>
/// <param name="Silent">How many places are active in no row.</param>
/// <param name="MeanActive">How many places of a code are active, on average.</param>
internal sealed record CodeActivity(Histogram Values, IReadOnlyList<double> MeanActivations, int Silent, double MeanActive)
{
    private const string ActiveLatents = "l0";

    // Where the manifest does not say what is active: a number this small beside the largest is not.
    private const float NearZero = 1e-3f;

    private static readonly string[] SparseFamilies = ["sparse", "topk", "batch_topk", "jump_relu"];

    /// <summary>Measures codes; null where the model is not sparse.</summary>
    /// <param name="manifest">Says the family and the figures of the model.</param>
    /// <param name="codes">Codes, row after row, at least one.</param>
    public static CodeActivity? Find(BundleManifest manifest, float[] codes)
    {
        var limit = manifest.Options.TryGetProperty("active_above", out var bound) ? bound.GetSingle() : NearZero * codes.Max(Math.Abs);
        var isSparse = SparseFamilies.Contains(manifest.Family) || manifest.Metrics.ContainsKey(ActiveLatents) || codes.Count(code => Math.Abs(code) <= limit) > codes.Length / 2;
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
        return new CodeActivity(Histogram.Create(codes), [.. sums.Select(sum => sum / rows)], active.Count(count => count == 0), active.Sum() / rows);
    }
}
