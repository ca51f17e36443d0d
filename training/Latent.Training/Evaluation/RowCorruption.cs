using Latent.Data;
using Latent.Runtime;
using Latent.Training.Autoencoders.Objectives;

namespace Latent.Training.Evaluation;

/// <summary>Corrupts rows as in training, from a fixed seed, so that two models are evaluated on the same noise.</summary>
internal static class RowCorruption
{
    private const long Seed = 2;

    /// <summary>Returns corrupted copies of rows.</summary>
    public static Dataset Apply(CorruptionSettings settings, Dataset rows)
    {
        var noise = new PhiloxStream(Seed);
        var corrupted = new float[rows.Values.Length];
        for (var i = 0; i < corrupted.Length; i++)
        {
            var value = Corrupt(settings, rows.Values[i], noise, i);
            corrupted[i] = settings.Clamp ? Math.Clamp(value, 0, 1) : value;
        }

        return rows.With(corrupted);
    }

    private static float Corrupt(CorruptionSettings settings, float value, PhiloxStream noise, int position) => settings.Kind switch
    {
        CorruptionKind.Gaussian => value + ((float)settings.Level * noise.Gaussian(position)),
        CorruptionKind.Masking => noise.Uniform(position) < settings.Level ? 0 : value,
        _ => noise.Uniform(position) switch
        {
            var u when u < settings.Level / 2 => 0,
            var u when u < settings.Level => 1,
            _ => value,
        },
    };
}
