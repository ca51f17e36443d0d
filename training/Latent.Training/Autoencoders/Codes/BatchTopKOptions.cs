using System.ComponentModel.DataAnnotations;

namespace Latent.Training.Autoencoders.Codes;

/// <summary>
/// A code of which a batch keeps the largest numbers, so that some rows have more than others (Bussmann et al. 2024).
/// A trained model keeps what is above the threshold that batches had on average, and needs no batch.
/// </summary>
public sealed record BatchTopKOptions : CodeOptions
{
    /// <summary>How many numbers of a code stay on average, at least 1 and at most <c>latent</c>. Default: 16.</summary>
    [Range(1, double.PositiveInfinity)]
    public int Active { get; init; } = 16;

    internal override CodeLayer Create(long features, long size) => new BatchTopKCode(features, size, ActiveCount.Checked(Active, size));
}
