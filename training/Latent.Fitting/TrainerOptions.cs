using System.ComponentModel.DataAnnotations;

namespace Latent.Fitting;

/// <summary>How long and how fast training goes.</summary>
public sealed record TrainerOptions
{
    /// <summary>How often every sample is seen, at least 1. Default: 10.</summary>
    [Range(1, double.PositiveInfinity)]
    public int Epochs { get; init; } = 10;

    /// <summary>Samples in a step, at least 1. Default: 128.</summary>
    [Range(1, double.PositiveInfinity)]
    public int BatchSize { get; init; } = 128;

    /// <summary>How gradients become steps. Default: adam.</summary>
    public OptimizerKind Optimizer { get; init; } = OptimizerKind.Adam;

    /// <summary>Size of the steps, more than 0. Default: 0.001.</summary>
    [Range(0, double.PositiveInfinity, MinimumIsExclusive = true)]
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>Pull of the weights towards 0, at least 0. Default: 0.</summary>
    [Range(0, double.PositiveInfinity)]
    public double WeightDecay { get; init; }

    /// <summary>Greatest length of the gradient of all weights together, more than 0; a longer one is shortened to it. Default: none.</summary>
    [Range(0, double.PositiveInfinity, MinimumIsExclusive = true)]
    public double? GradientClip { get; init; }

    /// <summary>Decay of the average of the weights over the steps, more than 0, less than 1; validated and exported are the averaged weights then. 0.999 is a good start. Default: none.</summary>
    [Range(0, 1, MinimumIsExclusive = true, MaximumIsExclusive = true)]
    public double? Ema { get; init; }

    /// <summary>Seed of the first weights, of the order of the samples and of every draw. Default: 0.</summary>
    public ulong Seed { get; init; }

    /// <summary>When to stop before the last epoch. Default: never.</summary>
    public EarlyStoppingOptions? EarlyStopping { get; init; }

    /// <summary>After how many epochs, again and again, it is written down where the run stands, at least 1. Default: 1.</summary>
    [Range(1, double.PositiveInfinity)]
    public int CheckpointEpochs { get; init; } = 1;

    /// <summary>Processor threads, at least 1. Default: one a processor, four at most.</summary>
    [Range(1, double.PositiveInfinity)]
    public int? Threads { get; init; }
}
