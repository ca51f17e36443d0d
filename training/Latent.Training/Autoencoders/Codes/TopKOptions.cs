using System.ComponentModel.DataAnnotations;

namespace Latent.Training.Autoencoders.Codes;

/// <summary>A code that keeps its largest latents and sets the others to 0 (Makhzani and Frey 2013; Gao et al. 2024).</summary>
public sealed record TopKOptions : CodeOptions
{
    /// <summary>The number of latents to keep, at least 1 and at most <c>latent</c>. Default: 16.</summary>
    [Range(1, double.PositiveInfinity)]
    public int Active { get; init; } = 16;

    internal override CodeLayer Create(long features, long size) => new TopKCode(features, size, ActiveCount.Checked(Active, size));
}
