using Latent.Onnx;
using Latent.Training.Models;
using static TorchSharp.torch;

namespace Latent.Training.Objectives;

/// <summary>
/// What training minimises: reconstruction + β · divergence, averaged over the rows of a batch (β-VAE, Higgins et al.
/// 2017; β = 1 is the evidence lower bound). Models with deterministic codes have no divergence.
/// </summary>
/// <param name="reconstruction">How reconstructions are judged.</param>
/// <param name="beta">The weight of the divergence, at least 0.</param>
public sealed class Objective(ReconstructionLoss reconstruction, double beta)
{
    /// <summary>How reconstructions are judged.</summary>
    public ReconstructionLoss Reconstruction => reconstruction;

    /// <summary>The weight of the divergence.</summary>
    public double Beta => beta;

    /// <summary>The loss of a batch; a Gaussian code is drawn by z = μ + σ ε, from TorchSharp's generator.</summary>
    /// <param name="model">The model.</param>
    /// <param name="raw">Raw rows, [batch, features].</param>
    public LossTerms Evaluate(AutoencoderModel model, Tensor raw)
    {
        var x = model.Normalizer.Normalize<TensorValue>(raw);
        var posterior = model.Encode(x);
        var rows = reconstruction.OfRows(model.DecodePreActivation(Draw(posterior)), x, model.Output).Tensor.mean();
        if (posterior.LogVariance is not { } logVariance)
            return new LossTerms(rows, rows, null);

        var divergence = GaussianDivergence.OfRows(posterior.Mean, logVariance).Tensor.mean();
        return new LossTerms(rows + (divergence * beta), rows, divergence);
    }

    private static TensorValue Draw(Posterior<TensorValue> posterior) =>
        posterior.LogVariance is { } logVariance
            ? posterior.Mean + ((logVariance * 0.5f).Exp() * (TensorValue)randn_like(posterior.Mean.Tensor))
            : posterior.Mean;
}
