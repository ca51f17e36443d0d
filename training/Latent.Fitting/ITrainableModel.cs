using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Fitting;

/// <summary>A model that a <see cref="Trainer"/> can fit: weights and a loss.</summary>
public interface ITrainableModel
{
    /// <summary>The module with the weights. Its training mode determines which loss <see cref="Evaluate"/> computes.</summary>
    Module Module { get; }

    /// <summary>Whether the model is still growing; losses of such epochs do not count for the complete model.</summary>
    bool IsGrowing => false;

    /// <summary>Prepares the model for an epoch.</summary>
    /// <param name="epoch">From 1.</param>
    void BeginEpoch(int epoch)
    {
    }

    /// <summary>Computes the loss of a batch.</summary>
    /// <param name="batch">The tensors of the batch (<see cref="TensorRows"/>), each [batch, ...].</param>
    /// <param name="progress">The progress of the run in epochs; 1.5 is the middle of the second epoch.</param>
    LossTerms Evaluate(IReadOnlyList<Tensor> batch, double progress);

    /// <summary>Runs at the end of an epoch, with the weights after its last step.</summary>
    void EndEpoch()
    {
    }

    /// <summary>Writes the state that the loss keeps from earlier epochs, for a checkpoint. Default: nothing.</summary>
    void SaveMemory(BinaryWriter writer)
    {
    }

    /// <summary>Reads the state that <see cref="SaveMemory"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The state belongs to another model.</exception>
    void LoadMemory(BinaryReader reader)
    {
    }

    /// <summary>Completes the model after the last epoch and sets evaluation mode.</summary>
    void EndTraining() => Module.eval();
}
