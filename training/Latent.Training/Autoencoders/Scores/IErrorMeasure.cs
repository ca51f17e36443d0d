using Latent.Onnx;

namespace Latent.Training.Autoencoders.Scores;

/// <summary>An anomaly score fitted to the errors of training rows.</summary>
internal interface IErrorMeasure
{
    /// <summary>The name of the score, as in the manifest.</summary>
    string Kind { get; }

    /// <summary>Computes the score of each row, and the contribution of each feature.</summary>
    /// <param name="x">Rows in model units, [batch, size].</param>
    /// <param name="errors">The errors of their reconstructions, [batch, size].</param>
    /// <returns>[batch], and [batch, size] in the order of the features.</returns>
    (V Scores, V Parts) Measure<V>(V x, V errors)
        where V : struct, IValue<V>;
}
