namespace Latent.Training.Autoencoders.Objectives;

/// <summary>The kind of annealing of the weight of the divergence.</summary>
public enum AnnealingKind
{
    /// <summary>Linear from 0 to β, once (Bowman et al. 2016).</summary>
    Linear,

    /// <summary>Repeated: linear from 0 to β in the first half of each cycle, β in the second (Fu et al. 2019).</summary>
    Cyclical,
}
