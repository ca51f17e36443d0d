using Latent.Data;
using Latent.Fitting;
using Latent.Onnx;
using Latent.Training.Autoencoders;
using Latent.Training.Autoencoders.Scores;
using Latent.Training.Rows;
using static TorchSharp.torch;

namespace Latent.Training.Tables;

/// <summary>An autoencoder, optionally trained on a fixed number of batches for tables of any size.</summary>
/// <param name="name">The name in result tables.</param>
/// <param name="settings">The settings; their data and seed are ignored.</param>
/// <param name="batches">
/// The approximate number of training batches, rounded to whole epochs, at least one. Null uses the epochs of the settings.
/// </param>
public sealed class TableAutoencoder(string name, AutoencoderSettings settings, int? batches) : ITableDetector
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public Func<Dataset, float[]> Learn(Dataset train, ulong seed, CancellationToken cancellation)
    {
        using var scope = NewDisposeScope();
        var fit = FitFor(train.Count, seed);
        set_num_threads(fit.Threads ?? 1);
        manual_seed((long)seed);
        var model = AutoencoderBuilder.Build(settings.Options, train).Model;
        var trainable = TrainableAutoencoder.Create(settings, model);
        var trainer = new Trainer(fit) { Schedule = settings.Schedule };
        trainer.Fit(trainable, train.ToRows(), validation: null, CPU, cancellation);
        var score = AnomalyScore.Create(settings.Calibration.Score, trainable.Objective, model, train);
        return rows => Score(model, score, rows);
    }

    private static float[] Score(AutoencoderModel model, AnomalyScore score, Dataset rows)
    {
        using var frozen = no_grad();
        var scores = new List<float>(rows.Count);
        foreach (var chunk in rows.Chunks())
        {
            using var scope = NewDisposeScope();
            var batch = tensor(chunk, [chunk.Length / rows.SampleSize, rows.SampleSize]);        // [rows, features]
            scores.AddRange(score.OfRows<TensorValue>(model, batch).Scores.Tensor.contiguous().data<float>().ToArray());
        }

        return [.. scores];
    }

    private TrainerOptions FitFor(int rows, ulong seed)
    {
        var size = Math.Min(settings.Fit.BatchSize, rows);
        var epochs = batches is { } count ? Math.Max(1, (int)Math.Round((double)count * size / rows)) : settings.Fit.Epochs;
        return settings.Fit with { BatchSize = size, Seed = seed, Epochs = epochs };
    }
}
