namespace Latent.Training.Autoencoders.Objectives;

/// <summary>How the weight of the divergence grows.</summary>
public enum AnnealingKind
{
    /// <summary>From 0 to β in a straight line, once (Bowman et al. 2016; the article, section 5).</summary>
    Linear,

    /// <summary>The same again and again: a rise in the first half of each cycle, β in the second (Fu et al. 2019).</summary>
    Cyclical,
}
