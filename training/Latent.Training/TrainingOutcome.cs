using Latent.Bundles;
using Latent.Data;
using Latent.Fitting;

namespace Latent.Training;

/// <summary>The result of a training run.</summary>
public sealed record TrainingOutcome
{
    /// <summary>The name of the recipe and of the bundle.</summary>
    public required string Name { get; init; }

    /// <summary>The name of the data set.</summary>
    public required string Data { get; init; }

    /// <summary>The folder of the bundle.</summary>
    public required string Folder { get; init; }

    /// <summary>The number of trainable parameters.</summary>
    public required long Parameters { get; init; }

    /// <summary>The number of completed epochs; early stopping may end before the recipe's number.</summary>
    public required int Epochs { get; init; }

    /// <summary>
    /// Metrics on the test rows, computed with the bundle in the runtime: loss, reconstruction, kl and mse where they apply.
    /// </summary>
    public required IReadOnlyDictionary<string, double> Metrics { get; init; }

    /// <summary>The largest difference between TorchSharp and ONNX Runtime, on outputs of unit scale.</summary>
    public required double ParityMaxDifference { get; init; }

    /// <summary>Training rows per second, over all epochs.</summary>
    public required double RowsPerSecond { get; init; }

    /// <summary>Training time in seconds, without export and evaluation.</summary>
    public required double Seconds { get; init; }

    /// <summary>Collects the outcome from a bundle and its training history.</summary>
    /// <param name="bundle">The bundle.</param>
    /// <param name="history">The metrics of each epoch.</param>
    /// <param name="data">The rows that the model was trained on.</param>
    /// <param name="parameters">The number of trainable parameters.</param>
    internal static TrainingOutcome Create(Bundle bundle, IReadOnlyList<EpochMetrics> history, DataSplits data, long parameters)
    {
        var seconds = history.Sum(epoch => epoch.Seconds);
        return new TrainingOutcome
        {
            Name = bundle.Manifest.Name,
            Data = data.Name,
            Folder = bundle.Folder,
            Parameters = parameters,
            Epochs = history.Count,
            Metrics = bundle.Manifest.Metrics,
            ParityMaxDifference = bundle.Manifest.Parity!.MaxDifference,
            RowsPerSecond = (double)data.Train.Count * history.Count / seconds,
            Seconds = seconds,
        };
    }
}
