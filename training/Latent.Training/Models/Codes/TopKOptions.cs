using Latent.Training.Recipes;

namespace Latent.Training.Models.Codes;

/// <summary>A code that keeps its largest latents and sets the others to 0 (Makhzani and Frey 2013; Gao et al. 2024).</summary>
public sealed record TopKOptions : CodeOptions
{
    /// <summary>The number of latents to keep, at least 1 and at most <c>latent</c>. Default: 16.</summary>
    [AtLeast(1)]
    public int Active { get; init; } = 16;

    internal override CodeLayer Create(long features, long size) => new TopKCode(features, size, ActiveCount.Checked(Active, size));
}
