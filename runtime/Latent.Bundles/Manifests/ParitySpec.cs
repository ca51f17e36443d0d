namespace Latent.Bundles;

/// <summary>Agreement between the exported graphs and the trained model.</summary>
public sealed record ParitySpec
{
    /// <summary>The maximum allowed difference on <see cref="UnitScale"/>. Above 0.</summary>
    public required double Tolerance { get; init; }

    /// <summary>The largest measured difference on <see cref="UnitScale"/>.</summary>
    public required double MaxDifference { get; init; }

    /// <summary>The measured batch sizes, each 1 or more.</summary>
    public required IReadOnlyList<int> BatchSizes { get; init; }
}
