using Latent.Onnx;
using Latent.Shared;
using Latent.Training.Autoencoders.Codes;
using static TorchSharp.torch;

namespace Latent.Training.Autoencoders.Objectives;

/// <summary>
/// The reconstruction loss when the largest dead latents of a sparse code join the active ones, which stay constant; 0 while
/// no latent is dead. After the auxiliary loss (AuxK) of Gao et al. (2024), for decoders of any depth.
/// </summary>
/// <param name="reconstruction">The reconstruction loss.</param>
/// <param name="settings">The number of dead latents that join, and when a latent is dead.</param>
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

        // Softplus, unlike max(0, x), has a gradient far below 0, where dead latents are.
        var dead = preActivation.Softplus() * isDead;
        var joining = dead * dead.GreaterOrEqual(dead.KthLargest(Math.Min(settings.Latents, pass.Model.LatentSize)));
        var decoded = pass.Model.DecodePreActivation(joining + (TensorValue)pass.Posterior.Mean.Tensor.detach());
        return reconstruction.MeanOfRows(decoded, pass.Target, pass.Model.Output);
    }
}
