using Latent.Shared;
using static TorchSharp.torch;

namespace Latent.Training.Autoencoders.Scores;

/// <summary>The matrix that decorrelates features and keeps each as close to the original as possible.</summary>
internal static class Whitening
{
    private const int MaxSteps = 100;
    private const double Tolerance = 1e-12;

    /// <summary>
    /// Computes C^-1/2, the symmetric whitening (Kessy, Lewin and Strimmer, "Optimal whitening and decorrelation", 2018), by
    /// the coupled Newton-Schulz iteration, which uses matrix products only.
    /// </summary>
    /// <param name="covariance">C, float64, symmetric and positive definite, [size, size].</param>
    /// <returns>float64, [size, size].</returns>
    public static Tensor Compute(Tensor covariance)
    {
        // Divided by its norm, the matrix has all eigenvalues in (0, 1], where the iteration converges.
        var norm = covariance.Squared().sum().sqrt();
        var identity = eye(covariance.shape[0], dtype: ScalarType.Float64);
        var (root, inverse) = (covariance / norm, identity);
        for (var step = 0; step < MaxSteps; step++)
        {
            var product = inverse.matmul(root);
            if ((product - identity).abs().max().item<double>() < Tolerance)
                break;
            var correction = (identity * Scalars.Get(3)) - product;
            (root, inverse) = (root.matmul(correction) * Scalars.Get(0.5), correction.matmul(inverse) * Scalars.Get(0.5));
        }

        return inverse / norm.sqrt();
    }
}
