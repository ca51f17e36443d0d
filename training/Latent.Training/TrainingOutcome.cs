using Latent.Bundles;
using Latent.Data;
using Latent.Fitting;

namespace Latent.Training;

/// <summary>What a training run produced.</summary>
public sealed record TrainingOutcome
{
    /// <summary>The name of the recipe and of the bundle.</summary>
    public required string Name { get; init; }

    /// <summary>The name of the data set.</summary>
    public required string Data { get; init; }

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

    /// <summary>What a bundle and the record of its training say.</summary>
    /// <param name="bundle">The bundle.</param>
    /// <param name="history">What its epochs measured.</param>
    /// <param name="data">The rows it was trained on.</param>
    /// <param name="parameters">The number of trained numbers.</param>
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
