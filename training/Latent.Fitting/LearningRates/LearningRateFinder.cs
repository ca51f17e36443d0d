using System.Globalization;
using static TorchSharp.torch;

namespace Latent.Fitting;

/// <summary>
/// Finds a good learning rate by increasing it at each step and observing the loss (the range test of Smith, "Cyclical
/// Learning Rates for Training Neural Networks", 2017). It suggests the rate at which the smoothed loss falls fastest.
/// </summary>
/// <param name="fit">Batch size, optimizer, seed; its learning rate is ignored.</param>
public sealed class LearningRateFinder(TrainerOptions fit)
{
    /// <summary>The first rate.</summary>
    public const double LowestRate = 1e-6;

    /// <summary>The last rate.</summary>
    public const double HighestRate = 1;

    /// <summary>The minimum number of steps from the first rate to the last; if the rows fill fewer batches, batches repeat.</summary>
    public const int MinSteps = 100;

    /// <summary>The maximum number of steps.</summary>
    public const int MaxSteps = 300;

    // The sweep runs this far before the end of the run, in epochs, where annealed weights have their final values.
    private const double NearTheEnd = 0.1;

    private const double Smoothing = 0.9;

    // Beyond this multiple of the lowest loss, higher rates give no more information.
    private const double LossLimit = 4;

    private readonly TrainingStep step = new(fit with { Ema = null });

    /// <summary>Trains at increasing rates, until the smoothed loss exceeds four times its minimum or is NaN or infinite.</summary>
    /// <param name="trainable">An untrained model on the device, with its loss; the sweep leaves it unusable.</param>
    /// <param name="train">The training rows.</param>
    /// <param name="device">The device that holds the model.</param>
    /// <param name="cancellation">Cancels the sweep after the current step.</param>
    /// <exception cref="OperationCanceledException">The sweep was cancelled.</exception>
    public LearningRateSweep Sweep(ITrainableModel trainable, TensorRows train, Device device, CancellationToken cancellation = default)
    {
        using var scope = NewDisposeScope();
        using var state = new FitState(trainable, fit with { Ema = null });
        var rows = train.To(device);
        var batches = step.BatchesOf(rows, epoch: 1);
        var count = Math.Clamp(batches.Length, MinSteps, MaxSteps);
        var points = new List<LearningRatePoint>(count);
        var average = 0.0;
        trainable.Module.train();

        for (var i = 0; i < count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var rate = LowestRate * Math.Pow(HighestRate / LowestRate, i / (count - 1.0));
            if (Try(state, rows, batches[i % batches.Length], rate) is not { } loss)
                break;
            average = (Smoothing * average) + ((1 - Smoothing) * loss);
            points.Add(new LearningRatePoint(rate, loss, average / (1 - Math.Pow(Smoothing, i + 1))));
            if (points[^1].Smoothed > LossLimit * points.Min(point => point.Smoothed))
                break;
        }

        return new LearningRateSweep(points, Suggest(points));
    }

    private double? Try(FitState state, TensorRows rows, Tensor batch, double rate)
    {
        try
        {
            return step.Run(state, rows, batch, rate, progress: fit.Epochs - NearTheEnd);
        }
        catch (TrainingException)
        {
            // The loss diverged at this rate, which ends the sweep.
            return null;
        }
    }

    /// <summary>Returns the rate at which the smoothed loss falls fastest over the log rate, before its minimum.</summary>
    internal static double? Suggest(IReadOnlyList<LearningRatePoint> points)
    {
        var reach = Math.Max(1, points.Count / 20);
        var lowest = points.Count == 0 ? -1 : Enumerable.Range(0, points.Count).MinBy(i => points[i].Smoothed);
        var (steepest, position) = (0.0, -1);
        for (var i = reach; i + reach < points.Count && i <= lowest; i++)
        {
            var slope = points[i + reach].Smoothed - points[i - reach].Smoothed;
            if (slope < steepest)
                (steepest, position) = (slope, i);
        }

        return position < 0
            ? null
            : double.Parse(points[position].Rate.ToString("G2", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }
}
