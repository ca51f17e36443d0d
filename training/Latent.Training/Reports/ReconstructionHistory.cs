using System.Runtime.InteropServices;
using Latent.Data;
using Latent.Fitting;
using Latent.Training.Autoencoders;
using static TorchSharp.torch;

namespace Latent.Training.Reports;

/// <summary>
/// Watches the same few validation pictures come into focus: reconstructs them after the first epoch, after the last,
/// and after some evenly spread between. Draws no random number and leaves the model as it was, so a run with a film
/// gives the same weights as one without.
/// </summary>
/// <param name="model">The model under training.</param>
/// <param name="rows">The rows to choose from; none are shown where they are no pictures.</param>
/// <param name="epochs">The epochs that the run is meant to last, at least 1.</param>
/// <param name="next">Is told of the run as well; nobody where null.</param>
internal sealed class ReconstructionHistory(AutoencoderModel model, Dataset rows, int epochs, ITrainingObserver? next = null) : IRunRecord
{
    /// <summary>The number of pictures.</summary>
    public const int ImageCount = 8;

    // Few large pictures take as much room as many small ones.
    private const int LargeImages = 4;

    private const int Frames = 6;

    private readonly HashSet<int> dueEpochs = [.. Enumerable.Range(0, Frames).Select(frame => 1 + (int)Math.Round((epochs - 1) * (double)frame / (Frames - 1)))];
    private readonly Dataset chosen = rows.Subset(rows.Image is { Channels: 1 or 3 } image ? RowChoice.OfEachLabel(rows, image.Width <= ReportImages.SmallWidth ? ImageCount : LargeImages) : []);
    private readonly List<(int Epoch, float[] Rows)> frames = [];

    /// <summary>The pictures as they are, row after row; none where the rows are no pictures.</summary>
    public float[] Originals => chosen.Values;

    /// <summary>The pictures as the model drew them, by epoch.</summary>
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
