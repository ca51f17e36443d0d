namespace Latent.Bundles;

/// <summary>How closely the exported graphs agreed with the trained model.</summary>
public sealed record ParitySpec
{
    /// <summary>Largest difference on <see cref="UnitScale"/> that was allowed. Above 0.</summary>
    public required double Tolerance { get; init; }

    /// <summary>Largest difference on <see cref="UnitScale"/> that was measured.</summary>
    public required double MaxDifference { get; init; }

    /// <summary>The batch sizes it was measured at, each 1 or more.</summary>
    public required IReadOnlyList<int> BatchSizes { get; init; }
}
