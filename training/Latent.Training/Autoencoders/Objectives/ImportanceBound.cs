using Latent.Onnx;
using Latent.Shared;
using static TorchSharp.torch;

namespace Latent.Training.Autoencoders.Objectives;

/// <summary>
/// The importance-weighted bound of Burda et al. (2016): log 1/k Σ p(x | z) p(z) / q(z | x) over k codes sampled from the
/// posterior; k = 1 is the evidence lower bound, and the bound approaches the log-likelihood as k grows.
/// </summary>
/// <param name="reconstruction">The negative logarithm of p(x | z).</param>
/// <param name="samples">The number of samples, k.</param>
internal sealed class ImportanceBound(ReconstructionLoss reconstruction, int samples)
{
    /// <summary>Computes the negative bound and its reconstruction term, each a mean over rows.</summary>
    public (Tensor Loss, Tensor Reconstruction) Compute(TrainingPass pass)
    {
        var (mean, logVariance) = (pass.Posterior.Mean.Tensor, pass.Posterior.LogVariance!.Value.Tensor);
        var batch = mean.shape[0];
        var noise = randn([samples, batch, mean.shape[1]], device: mean.device);
        var codes = mean.Plus((logVariance * Scalars.Get(0.5)).exp() * noise);                           // [k, batch, latent]
        var decoded = pass.Model.DecodePreActivation<TensorValue>(codes.reshape(samples * batch, -1));
        var losses = reconstruction.OfRows(decoded.Reshape(samples, batch, -1), pass.Target, pass.Model.Output).Tensor;      // [k, batch]

        // log p(z) - log q(z | x): the constants of both normal densities cancel.
        var ratio = ((noise.Squared().Plus(logVariance) - codes.Squared()) * Scalars.Get(0.5)).sum(dim: 2);  // [k, batch]
        var bound = logsumexp(ratio - losses, 0) - Scalars.Get(Math.Log(samples));
        return (-bound.mean(), losses.mean());
    }
}
