namespace Latent.Training;

/// <summary>What a training run produced.</summary>
public sealed record TrainingOutcome
{
    /// <summary>The name of the recipe and of the bundle.</summary>
    public required string Name { get; init; }

    /// <summary>The folder of the bundle.</summary>
    public required string Folder { get; init; }

    /// <summary>The number of trained numbers.</summary>
    public required long Parameters { get; init; }

    /// <summary>The number of epochs that ran; early stopping may end before the recipe's number.</summary>
    public required int Epochs { get; init; }

    /// <summary>Figures of the test rows, measured on the bundle by the runtime: loss, reconstruction, kl, mse where they apply.</summary>
    public required IReadOnlyDictionary<string, double> Metrics { get; init; }

    /// <summary>The largest difference between TorchSharp and ONNX Runtime, on outputs of unit scale.</summary>
    public required double ParityMaxDifference { get; init; }

    /// <summary>Training rows a second, over all epochs.</summary>
    public required double RowsPerSecond { get; init; }

    /// <summary>How long training took, in seconds; export and evaluation are not counted.</summary>
    public required double Seconds { get; init; }
}
