namespace Latent.Training.Recipes;

/// <summary>The export of a trained model to ONNX graphs, and the agreement that they must reach.</summary>
public sealed record ExportSettings : IRecordCheck
{
    /// <summary>Version of the ONNX operators, 13 to 21. Default: 17.</summary>
    [AtLeast(13), AtMost(21)]
    public int Opset { get; init; } = 17;

    /// <summary>
    /// Batch sizes at which graphs and model are compared, each at least 1; a size larger than the validation split uses all
    /// of it. Default: 1, 3, 128.
    /// </summary>
    [AtLeast(1)]
    public IReadOnlyList<int> BatchSizes { get; init; } = [1, 3, 128];

    /// <summary>Maximum difference between graph and model, more than 0. Default: 0.00001.</summary>
    [MoreThan(0)]
    public double Tolerance { get; init; } = 1e-5;

    /// <inheritdoc/>
    public string? FindFault() => BatchSizes.Count > 0 ? null : "must have at least one batch size. Received: an empty list.";
}
