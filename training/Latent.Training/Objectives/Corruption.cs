using Latent.Onnx;
using Latent.Training.Recipes;
using TorchSharp;
using static TorchSharp.torch;

namespace Latent.Training.Objectives;

/// <summary>Corrupts raw rows, with draws of TorchSharp's generator.</summary>
/// <param name="settings">How.</param>
internal sealed class Corruption(CorruptionSettings settings)
{
    /// <summary>Corrupted rows, [batch, features].</summary>
    /// <param name="raw">Raw rows, [batch, features].</param>
    public Tensor Apply(Tensor raw)
    {
        var corrupted = settings.Kind switch
        {
            CorruptionKind.Masking => raw * Chosen(raw, 1 - settings.Level),
            CorruptionKind.SaltAndPepper => Replace(raw, Chosen(raw, settings.Level), Chosen(raw, 0.5)),
            _ => raw + (randn_like(raw) * settings.Level),
        };
        return settings.Clamp ? corrupted.clamp((Scalar)0, (Scalar)1) : corrupted;
    }

    /// <summary>What has to be drawn: all of the rows, or what was hidden of them and 0 elsewhere.</summary>
    /// <param name="target">Clean rows, [batch, features].</param>
    /// <param name="corrupted">Corrupted rows, [batch, features].</param>
    public TensorValue Drawn(TensorValue target, Tensor corrupted) =>
        settings.DrawHidden ? target * corrupted.eq(0).to(ScalarType.Float32) : target;

    private static Tensor Replace(Tensor raw, Tensor isReplaced, Tensor by) => (raw * (1 - isReplaced)) + (by * isReplaced);

    private static Tensor Chosen(Tensor like, double probability) => rand_like(like).lt(probability).to(ScalarType.Float32);
}
