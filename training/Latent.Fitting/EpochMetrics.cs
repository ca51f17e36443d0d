namespace Latent.Fitting;

/// <summary>The metrics of an epoch. Losses are means over rows.</summary>
public sealed record EpochMetrics
{
    /// <summary>The epoch, from 1.</summary>
    public required int Epoch { get; init; }

    /// <summary>The learning rate at the end of the epoch.</summary>
    public required double LearningRate { get; init; }

    /// <summary>The losses over the training rows, measured while the weights were updated.</summary>
    public required LossValues Train { get; init; }

    /// <summary>The losses over the validation rows, after the epoch; null without validation rows.</summary>
    public LossValues? Validation { get; init; }

    /// <summary>The duration of the epoch without validation, in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>Training rows per second.</summary>
    public required double RowsPerSecond { get; init; }

    /// <summary>The mean duration of a step, in milliseconds.</summary>
    public double StepMilliseconds { get; init; }

    /// <summary>The peak memory of the process so far (its peak working set), in megabytes of 10^6 bytes.</summary>
    public double PeakMemoryMegabytes { get; init; }
}
