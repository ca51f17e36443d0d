namespace Latent.Training.Autoencoders.Objectives;

/// <summary>The kind of sparsity penalty.</summary>
public enum SparsityKind
{
    /// <summary>
    /// Σ KL(ρ ‖ ρ̂) over the latents, with ρ the target and ρ̂ the mean of a latent over the batch (Ng 2011). Codes must lie
    /// in (0, 1).
    /// </summary>
    Kl,

    /// <summary>The L1 norm of the code, for any code; without a target.</summary>
    L1,

    /// <summary>(L0 / target - 1)², with L0 the number of nonzero latents (Rajamanoharan et al. 2024); for jump_relu.</summary>
    L0,
}
