using System.Text.Json.Nodes;
using Latent.Training.Autoencoders.Scores;
using Latent.Training.Evaluation;
using Latent.Training.Reports;
using Latent.Training.Rows;

namespace Latent.Training.Export;

/// <summary>The settings of a bundle, beside the model.</summary>
internal sealed record BundleSettings
{
    /// <summary>The name of the bundle.</summary>
    public required string Name { get; init; }

    /// <summary>The family of the model.</summary>
    public required string Family { get; init; }

    /// <summary>The recipe as the report records it.</summary>
    public required JsonObject Recipe { get; init; }

    /// <summary>The rows that the model was trained on.</summary>
    public required DataSettings Data { get; init; }

    /// <summary>Whether the weights are those of the best epoch, not the last.</summary>
    public required bool KeepsBest { get; init; }

    /// <summary>The export to ONNX graphs.</summary>
    public required ExportSettings Export { get; init; }

    /// <summary>The anomaly score and its thresholds.</summary>
    public required CalibrationSettings Calibration { get; init; }

    /// <summary>The metrics of the test rows.</summary>
    public required EvaluationSettings Evaluation { get; init; }

    /// <summary>The images in the report.</summary>
    public required ReportSettings Report { get; init; }
}
