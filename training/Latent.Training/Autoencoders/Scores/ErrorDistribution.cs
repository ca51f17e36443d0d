using Latent.Data;
using Latent.Onnx;
using Latent.Training.Autoencoders.Objectives;
using static TorchSharp.torch;

namespace Latent.Training.Autoencoders.Scores;

/// <summary>
/// How the errors of training rows scatter: their mean, the deviation of each, and how they depend on each other. New
/// errors are measured by it: in deviations, independent of each other, and none counts more than <see cref="MaxDeviation"/>.
/// </summary>
internal sealed class ErrorDistribution : IErrorMeasure
{
    private const float MaxDeviation = 10;

    // A feature that is always redrawn exactly would make of any other value an anomaly without bounds: its errors are
    // counted as if they were of this share of the average size.
    private const double MinShare = 0.3;

    // Towards independence (Ledoit and Wolf 2004), so that what hardly ever varies alone can be divided by.
    private const double Shrinkage = 0.01;

    private readonly Tensor mean;
    private readonly Tensor perDeviation;
    private readonly Tensor whitening;

    private ErrorDistribution(Tensor mean, Tensor perDeviation, Tensor whitening) =>
        (this.mean, this.perDeviation, this.whitening) = (Kept(mean), Kept(perDeviation), Kept(whitening));

    /// <inheritdoc/>
    public string Kind => "mahalanobis_distance";

    /// <summary>Measures the errors of rows.</summary>
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
    /// Errors in deviations of those of training rows, and independent of each other as far as those are: about 1 in size
    /// for rows like those. The sum of their squares is the squared Mahalanobis distance, but for the limit.
    /// </summary>
    /// <param name="errors">In model units, [batch, size].</param>
    /// <returns>[batch, size], each feature in its place.</returns>
    public V Measure<V>(V errors)
        where V : struct, IValue<V> =>
        ((errors - errors.Weight(mean)) * errors.Weight(perDeviation)).MatMul(errors.Weight(whitening)).Clamp(-MaxDeviation, MaxDeviation);

    /// <inheritdoc/>
    (V Scores, V Parts) IErrorMeasure.Measure<V>(V x, V errors) => Distance(errors);

    /// <summary>The Mahalanobis distance of errors, divided by the root of their number, and the parts of its square.</summary>
    /// <param name="errors">In model units, [batch, size].</param>
    /// <returns>[batch], and [batch, size].</returns>
    public (V Distance, V Parts) Distance<V>(V errors)
        where V : struct, IValue<V>
    {
        var measured = Measure(errors);
        var parts = measured * measured / mean.shape[0];
        return (parts.Sum([-1]).Sqrt(), parts);
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
