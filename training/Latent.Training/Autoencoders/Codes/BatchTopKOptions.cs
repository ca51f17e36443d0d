using System.ComponentModel.DataAnnotations;

namespace Latent.Training.Autoencoders.Codes;

/// <summary>
/// A code of which a batch keeps the largest latents, so that some rows keep more than others (Bussmann et al. 2024). A
/// trained model keeps the latents above the average threshold of the training batches, and needs no batch.
/// </summary>
public sealed record BatchTopKOptions : CodeOptions
{
    /// <summary>The average number of latents to keep per row, at least 1 and at most <c>latent</c>. Default: 16.</summary>
    [Range(1, double.PositiveInfinity)]
    public int Active { get; init; } = 16;

    internal override CodeLayer Create(long features, long size) => new BatchTopKCode(features, size, ActiveCount.Checked(Active, size));
}
