using Latent.Data;
using Latent.Fitting;
using Latent.Onnx;
using Latent.Training.Autoencoders;
using Latent.Training.Autoencoders.Objectives;
using Latent.Training.Autoencoders.Scores;
using Latent.Training.Recipes;
using static TorchSharp.torch;

namespace Latent.Training.Tables;

/// <summary>The autoencoder of a recipe, optionally trained on a fixed number of batches for tables of any size.</summary>
/// <param name="name">The name in result tables.</param>
/// <param name="recipe">The recipe; its data and seed are ignored.</param>
/// <param name="batches">
/// The approximate number of training batches, rounded to whole epochs, at least one. Null uses the epochs of the recipe.
/// </param>
public sealed class TableAutoencoder(string name, Recipe recipe, int? batches) : ITableDetector
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
        var settled = recipe with { Fit = fit };
        var model = ModelFamilies.Build(settled, train).Model;
        var objective = Objective.Create(settled, model);
        var trainer = new Trainer(fit) { Schedule = settled.Schedule };
        trainer.Fit(new TrainableAutoencoder(model, objective, settled.Growth), train.ToRows(), validation: null, CPU, cancellation);
        var score = AnomalyScore.Create(recipe.Calibration, objective, model, train);
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
        var size = Math.Min(recipe.Fit.BatchSize, rows);
        var epochs = batches is { } count ? Math.Max(1, (int)Math.Round((double)count * size / rows)) : recipe.Fit.Epochs;
        return recipe.Fit with { BatchSize = size, Seed = seed, Epochs = epochs };
    }
}
