using Latent.Fitting;

namespace Latent.Training;

/// <summary>The options of a training run: device, output folder and observers.</summary>
public sealed record TrainingRunOptions
{
    /// <summary>The output folder; the bundle becomes a subfolder with the recipe's name.</summary>
    public required string OutputFolder { get; init; }

    /// <summary>The device to train on: <c>cpu</c>, <c>cuda</c>, <c>cuda:1</c>, ... Default: <c>cpu</c>.</summary>
    public string Device { get; init; } = "cpu";

    /// <summary>Receives step and epoch progress. Default: null.</summary>
    public ITrainingObserver? Observer { get; init; }

    /// <summary>
    /// Whether to resume from the checkpoint of an earlier run; without a checkpoint the run starts from the beginning.
    /// Default: false.
    /// </summary>
    public bool Resume { get; init; }

    /// <summary>Receives notes that do not end the run, such as a checkpoint that could not be written. Default: null.</summary>
    public Action<string>? Note { get; init; }

    /// <summary>Receives the name of each stage after training, such as <c>exporting</c>. Default: null.</summary>
    public Action<string>? Stage { get; init; }
}
