using System.ComponentModel.DataAnnotations;

namespace Latent.Fitting;

/// <summary>The settings of the training loop: length, optimizer, seed and checkpoints.</summary>
public sealed record TrainerOptions
{
    /// <summary>The number of passes over the training rows, at least 1. Default: 10.</summary>
    [Range(1, double.PositiveInfinity)]
    public int Epochs { get; init; } = 10;

    /// <summary>Rows per step, at least 1. Default: 128.</summary>
    [Range(1, double.PositiveInfinity)]
    public int BatchSize { get; init; } = 128;

    /// <summary>The optimizer. Default: adam.</summary>
    public OptimizerKind Optimizer { get; init; } = OptimizerKind.Adam;

    /// <summary>The learning rate, more than 0. Default: 0.001.</summary>
    [Range(0, double.PositiveInfinity, MinimumIsExclusive = true)]
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>The weight decay, at least 0. Default: 0.</summary>
    [Range(0, double.PositiveInfinity)]
    public double WeightDecay { get; init; }

    /// <summary>
    /// Maximum norm of the gradient of all weights together, more than 0; a larger gradient is scaled down to it. Default:
    /// none.
    /// </summary>
    [Range(0, double.PositiveInfinity, MinimumIsExclusive = true)]
    public double? GradientClip { get; init; }

    /// <summary>
    /// Decay of the exponential moving average of the weights over the steps, more than 0, less than 1; validation and export
    /// then use the averaged weights. 0.999 is a good start. Default: none.
    /// </summary>
    [Range(0, 1, MinimumIsExclusive = true, MaximumIsExclusive = true)]
    public double? Ema { get; init; }

    /// <summary>
    /// Seed of the order of the rows and of all sampling in training; for recipes of the initial weights too. Default: 0.
    /// </summary>
    public ulong Seed { get; init; }

    /// <summary>When to stop before the last epoch. Default: never.</summary>
    public EarlyStoppingOptions? EarlyStopping { get; init; }

    /// <summary>Epochs between checkpoints, at least 1. Default: 1.</summary>
    [Range(1, double.PositiveInfinity)]
    public int CheckpointEpochs { get; init; } = 1;

    /// <summary>
    /// CPU threads of LibTorch in this process, at least 1. Default: unchanged; for recipes one per processor, at most four.
    /// </summary>
    [Range(1, double.PositiveInfinity)]
    public int? Threads { get; init; }
}
