using Latent.Data;
using Latent.Onnx;
using Latent.Shared;
using static TorchSharp.torch;

namespace Latent.Training.Autoencoders.Scores;

/// <summary>
/// The distribution of the errors of training rows: mean, standard deviations and correlation. New errors are measured in
/// standard deviations, decorrelated, and limited to <see cref="MaxDeviation"/>.
/// </summary>
internal sealed class ErrorDistribution : IErrorMeasure
{
    private const float MaxDeviation = 10;

    // The minimum deviation of a feature, as a share of the average deviation: for a feature that is always
    // reconstructed exactly, any other value would be an anomaly without bounds.
    private const double MinShare = 0.3;

    // Shrinks the correlation towards independence (Ledoit and Wolf 2004), to allow division where there is hardly any variance.
    private const double Shrinkage = 0.01;

    private readonly Tensor mean;
    private readonly Tensor perDeviation;
    private readonly Tensor whitening;

    private ErrorDistribution(Tensor mean, Tensor perDeviation, Tensor whitening) =>
        (this.mean, this.perDeviation, this.whitening) = (Kept(mean), Kept(perDeviation), Kept(whitening));

    /// <inheritdoc/>
    public string Kind => "mahalanobis_distance";

    /// <summary>Fits the distribution to the errors of rows.</summary>
    /// <param name="model">The trained model, on the CPU.</param>
    /// <param name="train">The rows it was trained on.</param>
    public static ErrorDistribution Fit(AutoencoderModel model, Dataset train)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var size = model.ModelSize;
        var (sum, products) = (zeros(size, dtype: ScalarType.Float64), zeros([size, size], dtype: ScalarType.Float64));
        foreach (var (_, difference) in TrainingErrors.Compute(model, train))
        {
            var errors = difference.Tensor.to(ScalarType.Float64);
            sum.Accumulate(errors.sum(dim: 0));
            products.Accumulate(errors.t().matmul(errors));
        }

        var mean = sum / Scalars.Get(train.Count);
        return Fit(mean, (products / Scalars.Get(train.Count)) - mean.unsqueeze(1).matmul(mean.unsqueeze(0)));
    }

    /// <summary>
    /// Standardises and decorrelates errors by those of training rows: about 1 in size for rows like those. The sum of their
    /// squares is the squared Mahalanobis distance, except for the limit.
    /// </summary>
    /// <param name="errors">In model units, [batch, size].</param>
    /// <returns>[batch, size], in the order of the features.</returns>
    public V Measure<V>(V errors)
        where V : struct, IValue<V> =>
        ((errors - errors.Weight(mean)) * errors.Weight(perDeviation)).MatMul(errors.Weight(whitening)).Clamp(-MaxDeviation, MaxDeviation);

    /// <inheritdoc/>
    (V Scores, V Parts) IErrorMeasure.Measure<V>(V x, V errors) => Distance(errors);

    /// <summary>
    /// Computes the Mahalanobis distance of errors, divided by the square root of the number of features, and the terms of
    /// its square.
    /// </summary>
    /// <param name="errors">In model units, [batch, size].</param>
    /// <returns>[batch], and [batch, size].</returns>
    public (V Distance, V Parts) Distance<V>(V errors)
        where V : struct, IValue<V>
    {
        var measured = Measure(errors);
        var terms = measured * measured / mean.shape[0];
        return (terms.Sum([-1]).Sqrt(), terms);
    }

    private static ErrorDistribution Fit(Tensor mean, Tensor covariance)
    {
        var variance = covariance.diagonal();
        var average = variance.mean().sqrt().item<double>();
        var deviation = variance.clamp(min: Scalars.Get(0)).sqrt().clamp(min: Scalars.Get(Math.Max(MinShare * average, double.Epsilon)));
        var correlation = covariance / deviation.unsqueeze(1).matmul(deviation.unsqueeze(0)) * Scalars.Get(1 - Shrinkage);
        var identity = eye(mean.shape[0], dtype: ScalarType.Float64);
        return new ErrorDistribution(mean, deviation.reciprocal(), Whitening.Compute((correlation * identity.OneMinus()).Plus(identity)));
    }

    private static Tensor Kept(Tensor values) => values.to(ScalarType.Float32).DetachFromDisposeScope();
}
