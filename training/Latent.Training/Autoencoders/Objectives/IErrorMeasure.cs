using Latent.Onnx;

namespace Latent.Training.Autoencoders.Objectives;

/// <summary>An anomaly score that knows the errors of training rows.</summary>
internal interface IErrorMeasure
{
    /// <summary>The name of the score, as the manifest states it.</summary>
    string Kind { get; }

    /// <summary>The score of each row, and what each of its numbers adds to it.</summary>
    /// <param name="x">Rows in model units, [batch, size].</param>
    /// <param name="errors">What the model's reconstructions of them differ by, [batch, size].</param>
    /// <returns>[batch], and [batch, size], each number in its place.</returns>
    (V Scores, V Parts) Measure<V>(V x, V errors)
        where V : struct, IValue<V>;
}
