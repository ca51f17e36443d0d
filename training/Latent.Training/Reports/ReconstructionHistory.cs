using System.Runtime.InteropServices;
using Latent.Data;
using Latent.Fitting;
using Latent.Training.Autoencoders;
using static TorchSharp.torch;

namespace Latent.Training.Reports;

/// <summary>
/// Records the reconstructions of a few fixed validation images during training: after the first epoch, the last, and some
/// evenly spaced epochs between. Uses no random numbers and leaves the model unchanged, so a run with a history gives the
/// same weights as one without.
/// </summary>
/// <param name="model">The model under training.</param>
/// <param name="rows">The rows to choose from; nothing is recorded if they are not images.</param>
/// <param name="epochs">The planned number of epochs, at least 1.</param>
/// <param name="next">The observer that receives all notifications as well. Default: null.</param>
internal sealed class ReconstructionHistory(AutoencoderModel model, Dataset rows, int epochs, ITrainingObserver? next = null) : IRunRecord
{
    /// <summary>The number of images.</summary>
    public const int ImageCount = 8;

    // A few large images take as much space as many small ones.
    private const int LargeImages = 4;

    private const int Frames = 6;

    private readonly HashSet<int> dueEpochs = [.. Enumerable.Range(0, Frames)
        .Select(frame => 1 + (int)Math.Round((epochs - 1) * (double)frame / (Frames - 1)))];
    private readonly Dataset chosen = rows.Subset(rows.Image is { Channels: 1 or 3 } image
        ? RowChoice.OfEachLabel(rows, image.Width <= ReportImages.SmallWidth ? ImageCount : LargeImages)
        : []);
    private readonly List<(int Epoch, float[] Rows)> frames = [];

    /// <summary>The original images, row-major; empty if the rows are not images.</summary>
    public float[] Originals => chosen.Values;

    /// <summary>The reconstructed images, by epoch.</summary>
    public IReadOnlyList<(int Epoch, float[] Rows)> Recorded => frames;

    /// <inheritdoc/>
    public void OnStep(TrainingProgress progress) => next?.OnStep(progress);

    /// <inheritdoc/>
    public void OnEpoch(EpochMetrics metrics)
    {
        if (chosen.Count > 0 && dueEpochs.Contains(metrics.Epoch))
            frames.Add((metrics.Epoch, Reconstruct()));
        next?.OnEpoch(metrics);
    }

    /// <inheritdoc/>
    public void Save(BinaryWriter writer)
    {
        writer.Write(frames.Count);
        foreach (var (epoch, reconstructed) in frames)
        {
            writer.Write(epoch);
            writer.Write(reconstructed.Length);
            writer.Write(MemoryMarshal.AsBytes<float>(reconstructed));
        }
    }

    /// <inheritdoc/>
    public void Load(BinaryReader reader)
    {
        frames.Clear();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var epoch = reader.ReadInt32();
            var reconstructed = new float[reader.ReadInt32()];
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(reconstructed.AsSpan()));
            frames.Add((epoch, reconstructed));
        }
    }

    private float[] Reconstruct()
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var wasTraining = model.training;
        model.eval();
        var device = model.parameters().First().device;
        var reconstructed = model.forward(tensor(chosen.Values, [chosen.Count, chosen.SampleSize], device: device));
        model.train(wasTraining);
        return reconstructed.cpu().contiguous().data<float>().ToArray();
    }
}
