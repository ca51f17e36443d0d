using Latent.Onnx;
using Latent.Training.Autoencoders.Codes;
using static TorchSharp.torch;

namespace Latent.Training.Autoencoders.Objectives;

/// <summary>
/// What is left over when the largest dead numbers of a sparse code join the living ones, which stay as they are; 0
/// while none is dead. After the auxiliary loss of Gao et al. (2024), for decoders of any depth.
/// </summary>
/// <param name="reconstruction">How reconstructions are judged.</param>
/// <param name="settings">How many dead numbers join, and when a number is dead.</param>
internal sealed class AuxiliaryLoss(ReconstructionLoss reconstruction, AuxiliarySettings settings) : IPenalty
{
    public string Name => LossTerm.Auxiliary;

    public double Weight => settings.Weight;

    public Tensor Compute(TrainingPass pass)
    {
        var code = (SparseCode)pass.Model.Code;
        var isDead = (TensorValue)code.IdleRows.ge(Scalars.Get(settings.DeadAfterRows)).to(ScalarType.Float32);     // [latent]
        if (pass.Posterior.PreActivation is not { } preActivation || isDead.Tensor.sum().item<float>() == 0)
            return zeros(1, device: isDead.Tensor.device).mean();

        // Softplus, unlike max(0, x), has a gradient for numbers far below 0, where dead ones are.
        var dead = preActivation.Softplus() * isDead;
        var joining = dead * dead.GreaterOrEqual(dead.KthLargest(Math.Min(settings.Latents, pass.Model.LatentSize)));
        var sampled = pass.Model.DecodePreActivation(joining + (TensorValue)pass.Posterior.Mean.Tensor.detach());
        return reconstruction.MeanOfRows(sampled, pass.Target, pass.Model.Output);
    }
}
