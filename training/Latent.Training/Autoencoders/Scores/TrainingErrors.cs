using Latent.Data;
using Latent.Onnx;
using static TorchSharp.torch;

namespace Latent.Training.Autoencoders.Scores;

/// <summary>The reconstruction errors of a trained model on its training rows.</summary>
internal static class TrainingErrors
{
    /// <summary>
    /// Returns all rows in order, in chunks, with their reconstruction errors; a chunk is disposed when the next one is
    /// requested.
    /// </summary>
    /// <param name="model">The trained model, on the CPU.</param>
    /// <param name="train">The rows it was trained on.</param>
    /// <returns>Rows and errors in model units, [batch, size].</returns>
    public static IEnumerable<(TensorValue X, TensorValue Errors)> Compute(AutoencoderModel model, Dataset train)
    {
        foreach (var rows in train.Chunks())
        {
            using var scope = NewDisposeScope();
            var x = model.Normalizer.Normalize<TensorValue>(DatasetTensors.ToTensor(rows, model.InputSize));
            yield return (x, model.Decode(model.Encode(x).Mean) - x);
        }
    }
}
