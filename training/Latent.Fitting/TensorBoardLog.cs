using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Latent.Fitting;

/// <summary>
/// Writes the metrics of each epoch for TensorBoard: <c>train/loss</c> and its terms (<c>train/kl</c>, ...),
/// <c>validation/loss</c> and its terms, <c>learning_rate</c>, <c>rows_per_second</c>. The step of a point is its epoch.
/// </summary>
/// <param name="folder">The folder of the run; created if missing.</param>
/// <param name="began">The start of training; the time of a point is the start plus the training time so far.</param>
public sealed class TensorBoardLog(string folder, DateTimeOffset began) : ITrainingObserver
{
    private const string FileName = "events.out.tfevents.0.latent";

    private readonly SummaryWriter writer = utils.tensorboard.SummaryWriter(folder);
    private double seconds;

    /// <summary>Writes a finished run to a folder, as one file of a fixed name.</summary>
    /// <param name="folder">An empty or missing folder.</param>
    /// <param name="history">The epochs, in order.</param>
    public static void Write(string folder, IReadOnlyList<EpochMetrics> history)
    {
        var log = new TensorBoardLog(folder, DateTimeOffset.UtcNow - TimeSpan.FromSeconds(history.Sum(epoch => epoch.Seconds)));
        foreach (var epoch in history)
            log.OnEpoch(epoch);

        // The writer's default file name contains the machine name.
        File.Move(Directory.EnumerateFiles(folder).Single(), Path.Combine(folder, FileName));
    }

    /// <inheritdoc/>
    public void OnStep(TrainingProgress progress)
    {
    }

    /// <inheritdoc/>
    public void OnEpoch(EpochMetrics metrics)
    {
        seconds += metrics.Seconds;
        Add("train", metrics.Train, metrics.Epoch);
        if (metrics.Validation is { } validation)
            Add("validation", validation, metrics.Epoch);
        Add("learning_rate", metrics.LearningRate, metrics.Epoch);
        Add("rows_per_second", metrics.RowsPerSecond, metrics.Epoch);
    }

    private void Add(string rows, LossValues losses, int epoch)
    {
        Add($"{rows}/loss", losses.Loss, epoch);
        foreach (var (name, value) in losses.Terms)
            Add($"{rows}/{name}", value, epoch);
    }

    private void Add(string tag, double value, int epoch) =>
        writer.add_scalar(tag, (float)value, epoch, (began + TimeSpan.FromSeconds(seconds)).ToUnixTimeSeconds());
}
