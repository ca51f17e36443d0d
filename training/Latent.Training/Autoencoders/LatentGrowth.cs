namespace Latent.Training.Autoencoders;

/// <summary>How many numbers of a code are in use over a run (progressive training; the article, section 5).</summary>
/// <param name="settings">The stages; null where the whole code is in use from the start.</param>
/// <param name="latentSize">The number of numbers in the whole code.</param>
internal sealed class LatentGrowth(GrowthSettings? settings, long latentSize)
{
    /// <summary>The number in use in an epoch.</summary>
    /// <param name="epoch">The epoch, from 1.</param>
    public long In(int epoch)
    {
        var stage = settings is null ? 0 : (epoch - 1) / settings.StageEpochs;
        return settings is not null && stage < settings.Latents.Count ? settings.Latents[stage] : latentSize;
    }
}
