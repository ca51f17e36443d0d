namespace Latent.Bundles;

/// <summary>How closely the exported graphs agreed with the trained model.</summary>
public sealed record ParitySpec
{
    /// <summary>Largest absolute difference that was allowed, on outputs of unit scale. Above 0.</summary>
    public required double Tolerance { get; init; }

    /// <summary>Largest absolute difference that was measured, on outputs of unit scale.</summary>
    public required double MaxDifference { get; init; }

    /// <summary>The batch sizes it was measured at, each 1 or more.</summary>
    public required IReadOnlyList<int> BatchSizes { get; init; }
}
