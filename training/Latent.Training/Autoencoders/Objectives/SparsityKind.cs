namespace Latent.Training.Autoencoders.Objectives;

/// <summary>How codes are made sparse.</summary>
public enum SparsityKind
{
    /// <summary>
    /// Σ KL(ρ ‖ ρ̂) over the numbers of a code, with ρ the target and ρ̂ a number's mean over the batch (the article,
    /// section 3). Codes must lie in (0, 1).
    /// </summary>
    Kl,

    /// <summary>The sum of the absolute values of a code, for any code; without a target.</summary>
    L1,

    /// <summary>(L0 / target - 1)², with L0 how many numbers of a code are not 0 (Rajamanoharan et al. 2024); for jump_relu.</summary>
    L0,
}
