using Latent.Fitting;

namespace Latent.Training;

/// <summary>Where a training run computes, where its bundle goes, and who is told of it.</summary>
public sealed record TrainingRunOptions
{
    /// <summary>The folder that receives the bundle, as a folder named as the recipe.</summary>
    public required string OutputFolder { get; init; }

    /// <summary>The device to train on: <c>cpu</c> by default, or <c>cuda</c>, <c>cuda:1</c>, ...</summary>
    public string Device { get; init; } = "cpu";

    /// <summary>Is told of steps and epochs; nobody by default.</summary>
    public ITrainingObserver? Observer { get; init; }

    /// <summary>Whether to go on where the checkpoint of an earlier run stands; without a checkpoint the run starts at its beginning. Default: false.</summary>
    public bool Resume { get; init; }

    /// <summary>Is told what a person should know and what ends nothing, such as a checkpoint that could not be written; nobody by default.</summary>
    public Action<string>? Note { get; init; }

    /// <summary>Is told of the stages after training, such as <c>exporting</c>; nobody by default.</summary>
    public Action<string>? Stage { get; init; }
}
