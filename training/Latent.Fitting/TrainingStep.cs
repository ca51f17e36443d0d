using System.Globalization;
using Latent.Shared;
using static TorchSharp.torch;

namespace Latent.Fitting;

/// <summary>One step of training: a batch, its loss, the gradients, the new weights.</summary>
/// <param name="fit">Batch size, gradient clip, seed.</param>
internal sealed class TrainingStep(TrainerOptions fit)
{
    /// <summary>Returns the row indices of each batch of an epoch; the assignment depends only on the seed and the epoch.</summary>
    /// <param name="rows">The training rows.</param>
    /// <param name="epoch">From 1.</param>
    public Tensor[] BatchesOf(TensorRows rows, int epoch)
    {
        var order = SeededShuffle.Permutation(rows.Count, fit.Seed, stream: (ulong)epoch);
        return tensor(order, dtype: ScalarType.Int64, device: rows.Device).split(fit.BatchSize);
    }

    /// <summary>Runs the step.</summary>
    /// <param name="state">The state of the run.</param>
    /// <param name="rows">The training rows.</param>
    /// <param name="indices">The indices of the rows in the batch, [batch].</param>
    /// <param name="learningRate">The learning rate of the step.</param>
    /// <param name="progress">The progress of the run in epochs; 1.5 is the middle of the second epoch.</param>
    /// <returns>The loss of the batch.</returns>
    /// <exception cref="TrainingException">The loss or the gradient is NaN or infinite.</exception>
    public double Run(FitState state, TensorRows rows, Tensor indices, double learningRate, double progress)
    {
        using var scope = NewDisposeScope();
        state.Optimizer.LearningRate = learningRate;
        TrainingSeed.Seed(fit.Seed, state.Epoch, state.Step + 1);

        var batch = rows.Select(indices);                       // each [batch, ...]
        state.Optimizer.ZeroGradients();
        var terms = state.Trainable.Evaluate(batch, progress);
        var loss = state.Losses.Add(terms, indices.shape[0]);
        CheckFinite(state, "loss", loss, progress);
        terms.Loss.backward();
        if (fit.GradientClip is { } limit)
            CheckFinite(state, "gradient norm", nn.utils.clip_grad_norm_(state.Model.parameters(), limit), progress);
        state.Optimizer.Step();
        state.Average?.Add();
        state.Step++;
        return loss;
    }

    private static void CheckFinite(FitState state, string what, double value, double progress)
    {
        if (!double.IsFinite(value))
            throw Diverged(what, value, $"epoch {1 + (int)progress}, step {state.Step + 1}", state.LearningRate);
    }

    /// <summary>Creates the exception for a run with a NaN or infinite value.</summary>
    public static TrainingException Diverged(string what, double value, string where, double learningRate) => new(
        string.Create(CultureInfo.InvariantCulture, $"The {what} became {value} in {where}, at learning rate {learningRate:G4}. ") +
        "Lower fit.learning_rate, set fit.gradient_clip (1 is a good start), or check the data for extreme values.");
}
