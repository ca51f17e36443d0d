using Latent.Data;
using Latent.Shared;
using Latent.Training.Normalization;
using static TorchSharp.torch;

namespace Latent.Training.Tables;

/// <summary>
/// The linear baseline, PCA: standardized rows are reconstructed from the principal components that explain 90 % of their
/// variance; the score is the mean squared reconstruction error.
/// </summary>
public sealed class PrincipalSubspace : ITableDetector
{
    private const double ExplainedVariance = 0.9;
    private const int Iterations = 100;

    /// <inheritdoc/>
    public string Name => "PCA";

    /// <inheritdoc/>
    public Func<Dataset, float[]> Learn(Dataset train, ulong seed, CancellationToken cancellation)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var normalizer = Normalizer.Fit(NormalizationKind.Standardize, train);
        var x = RowsOf(train, normalizer);
        var basis = Principal(x.t().matmul(x) / Scalars.Get(train.Count)).DetachFromDisposeScope();      // [features, kept]
        return rows => Score(RowsOf(rows, normalizer), basis);
    }

    private static float[] Score(Tensor x, Tensor basis)
    {
        using var frozen = no_grad();
        var residual = x - x.matmul(basis).matmul(basis.t());
        return residual.Squared().mean([1]).to(ScalarType.Float32).contiguous().data<float>().ToArray();
    }

    // Orthogonal iteration: repeated multiplication by the covariance converges to its eigenvectors.
    private static Tensor Principal(Tensor covariance)
    {
        var axes = eye(covariance.shape[0], dtype: ScalarType.Float64);
        for (var i = 0; i < Iterations; i++)
            axes = linalg.qr(covariance.matmul(axes)).Q;
        var variances = (axes * covariance.matmul(axes)).sum(dim: 0).data<double>().ToArray();
        var (sum, kept) = (0.0, 0);
        while (kept < variances.Length && sum < ExplainedVariance * variances.Sum())
            sum += variances[kept++];
        return axes.narrow(1, 0, Math.Max(1, kept)).contiguous();
    }

    private static Tensor RowsOf(Dataset rows, Normalizer normalizer) =>
        normalizer.Normalize<Onnx.TensorValue>(tensor(rows.Values, [rows.Count, rows.SampleSize])).Tensor.to(ScalarType.Float64);
}
