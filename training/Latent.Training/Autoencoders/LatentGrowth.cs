namespace Latent.Training.Autoencoders;

/// <summary>The number of active latents over a run (progressive training).</summary>
/// <param name="settings">The growth stages; null if all latents are active from the start.</param>
/// <param name="latentSize">The full latent dimension.</param>
internal sealed class LatentGrowth(GrowthSettings? settings, long latentSize)
{
    /// <summary>Returns the number of active latents in an epoch.</summary>
    /// <param name="epoch">The epoch, from 1.</param>
    public long In(int epoch)
    {
        var stage = settings is null ? 0 : (epoch - 1) / settings.StageEpochs;
        return settings is not null && stage < settings.Latents.Count ? settings.Latents[stage] : latentSize;
    }
}
