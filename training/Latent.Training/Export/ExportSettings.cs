using System.ComponentModel.DataAnnotations;
using Latent.Training.Binding;

namespace Latent.Training.Export;

/// <summary>The export of a trained model to ONNX graphs, and the agreement that they must reach.</summary>
public sealed record ExportSettings : IRecordCheck
{
    /// <summary>Version of the ONNX operators, 13 to 21. Default: 17.</summary>
    [Range(13, 21)]
    public int Opset { get; init; } = 17;

    /// <summary>
    /// Batch sizes at which graphs and model are compared, each at least 1; a size larger than the validation split uses all
    /// of it. Default: 1, 3, 128.
    /// </summary>
    [Range(1, double.PositiveInfinity)]
    public IReadOnlyList<int> BatchSizes { get; init; } = [1, 3, 128];

    /// <summary>Maximum difference between graph and model, more than 0. Default: 0.00001.</summary>
    [Range(0, double.PositiveInfinity, MinimumIsExclusive = true)]
    public double Tolerance { get; init; } = 1e-5;

    /// <inheritdoc/>
    public string? FindFault() => BatchSizes.Count > 0 ? null : "must have at least one batch size. Received: an empty list.";
}
