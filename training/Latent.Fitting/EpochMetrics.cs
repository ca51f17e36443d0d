namespace Latent.Fitting;

/// <summary>What an epoch measured. Losses are means over rows.</summary>
public sealed record EpochMetrics
{
    /// <summary>The epoch, from 1.</summary>
    public required int Epoch { get; init; }

    /// <summary>The learning rate at the end of the epoch.</summary>
    public required double LearningRate { get; init; }

    /// <summary>The losses over the training rows, while the weights moved.</summary>
    public required LossValues Train { get; init; }

    /// <summary>The losses over the validation rows, after the epoch; null where there are none.</summary>
    public LossValues? Validation { get; init; }

    /// <summary>How long the epoch took, validation excluded, in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>Training rows a second.</summary>
    public required double RowsPerSecond { get; init; }

    /// <summary>Mean duration of a step, in milliseconds.</summary>
    public double StepMilliseconds { get; init; }

    /// <summary>The most memory that the process held at once until then (its peak working set), in megabytes of 10^6 bytes.</summary>
    public double PeakMemoryMegabytes { get; init; }
}
