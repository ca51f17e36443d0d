using Latent.Onnx;

namespace Latent.Training.Autoencoders.Objectives;

/// <summary>How many ratings a row has.</summary>
internal static class RatingCount
{
    /// <summary>The number of values of each row that are not 0.</summary>
    /// <param name="rows">Normalised rows, [batch, features].</param>
    /// <returns>[batch].</returns>
    public static V OfRows<V>(V rows)
        where V : struct, IValue<V> =>
        rows.Abs().Sign().Sum([-1]);
}
