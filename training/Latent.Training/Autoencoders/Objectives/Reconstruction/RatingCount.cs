using Latent.Onnx;

namespace Latent.Training.Autoencoders.Objectives;

/// <summary>The number of ratings of a row.</summary>
internal static class RatingCount
{
    /// <summary>Counts the nonzero values of each row.</summary>
    /// <param name="rows">Normalised rows, [batch, features].</param>
    /// <returns>[batch].</returns>
    public static V OfRows<V>(V rows)
        where V : struct, IValue<V> =>
        rows.Abs().Sign().Sum([-1]);
}
