using Latent.Onnx;
using Latent.Shared;
using static TorchSharp.torch;

namespace Latent.Training.Autoencoders.Objectives;

/// <summary>Corrupts normalised rows, with TorchSharp's random generator.</summary>
/// <param name="settings">The corruption settings.</param>
internal sealed class Corruption(CorruptionSettings settings)
{
    /// <summary>Returns corrupted rows, [batch, features].</summary>
    /// <param name="rows">Normalised rows, [batch, features].</param>
    public Tensor Apply(Tensor rows)
    {
        var corrupted = settings.Kind switch
        {
            CorruptionKind.Masking => rows * Chosen(rows, 1 - settings.Level),
            CorruptionKind.SaltAndPepper => Replace(rows, Chosen(rows, settings.Level), Chosen(rows, 0.5)),
            _ => rows.Plus(randn_like(rows) * Scalars.Get(settings.Level)),
        };
        return settings.Clamp ? corrupted.clamp(Scalars.Get(0), Scalars.One) : corrupted;
    }

    /// <summary>
    /// Returns the reconstruction target: the clean rows, or only the values that were hidden, with 0 at all other positions.
    /// </summary>
    /// <param name="target">Clean rows, [batch, features].</param>
    /// <param name="corrupted">Corrupted rows, [batch, features].</param>
    public TensorValue TargetOf(TensorValue target, Tensor corrupted) =>
        settings.DrawHidden ? target * corrupted.eq(Scalars.Get(0)).to(ScalarType.Float32) : target;

    private static Tensor Replace(Tensor rows, Tensor isReplaced, Tensor by) => (rows * isReplaced.OneMinus()).Plus(by * isReplaced);

    private static Tensor Chosen(Tensor like, double probability) => rand_like(like).lt(Scalars.Get(probability)).to(ScalarType.Float32);
}
