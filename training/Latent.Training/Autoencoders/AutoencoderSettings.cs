using Latent.Fitting;
using Latent.Training.Autoencoders.Objectives;
using Latent.Training.Autoencoders.Scores;
using Latent.Training.Rows;

namespace Latent.Training.Autoencoders;

/// <summary>The settings of an autoencoder and its training.</summary>
public sealed record AutoencoderSettings
{
    /// <summary>The name of the model.</summary>
    public required string Name { get; init; }

    /// <summary>The options of the model.</summary>
    public required AutoencoderOptions Options { get; init; }

    /// <summary>The rows that the model is trained on.</summary>
    public required DataSettings Data { get; init; }

    /// <summary>The training objective (loss).</summary>
    public ObjectiveSettings Objective { get; init; } = new();

    /// <summary>The corruption of rows in training. Default: none.</summary>
    public CorruptionSettings? Corruption { get; init; }

    /// <summary>The learning rate over the epochs.</summary>
    public LearningRateScheduleOptions Schedule { get; init; } = new();

    /// <summary>The settings of the training loop.</summary>
    public TrainerOptions Fit { get; init; } = new();

    /// <summary>The progressive growth of codes. Default: none.</summary>
    public GrowthSettings? Growth { get; init; }

    /// <summary>The anomaly score and its thresholds.</summary>
    public CalibrationSettings Calibration { get; init; } = new();
}
