using Latent.Data;
using Latent.Onnx;
using static TorchSharp.torch;

namespace Latent.Training.Autoencoders.Scores;

/// <summary>
/// The improbability of a row, by two distances: of the row from the mean training row, and of its errors from those of
/// training rows (<see cref="ErrorDistribution"/>). Each distance becomes -log P, with P the probability of a distance at
/// least as large, and both are added (Fisher 1925).
/// </summary>
internal sealed class TailProbabilityScore : IErrorMeasure
{
    // The logistic curve that is closest to the normal distribution (Bowling et al. 2009).
    private const float LogisticSlope = 1.702f;

    // Keeps logarithms and quotients finite where a row is the mean row, or is reconstructed exactly.
    private const float MinProbability = 1e-9f;

    private readonly ErrorDistribution usual;
    private readonly Tensor meanRow;
    private readonly (float Mean, float Deviation) ofRows;
    private readonly (float Mean, float Deviation) ofErrors;

    private TailProbabilityScore(AutoencoderModel model, Dataset train, ErrorDistribution usual)
    {
        this.usual = usual;
        meanRow = model.Normalizer.MeanOf(train).DetachFromDisposeScope();
        var (rows, errorsOfRows) = (new List<float>(), new List<float>());
        foreach (var (x, errors) in TrainingErrors.Compute(model, train))
        {
            var (fromMean, fromUsual) = Squares(x, errors);
            rows.AddRange(Logarithm(fromMean));
            errorsOfRows.AddRange(Logarithm(fromUsual));
        }

        (ofRows, ofErrors) = (MeanAndDeviation(rows), MeanAndDeviation(errorsOfRows));
    }

    // The manifest value stays 'improbability' for compatibility.
    /// <inheritdoc/>
    public string Kind => "improbability";

    /// <summary>Fits the score to the training rows.</summary>
    /// <param name="model">The trained model, on the CPU.</param>
    /// <param name="train">The rows it was trained on.</param>
    public static TailProbabilityScore Fit(AutoencoderModel model, Dataset train)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        return new TailProbabilityScore(model, train, ErrorDistribution.Fit(model, train));
    }

    /// <inheritdoc/>
    public (V Scores, V Parts) Measure<V>(V x, V errors)
        where V : struct, IValue<V>
    {
        var (fromMean, fromUsual) = Squares(x, errors);
        var terms = TermsOf(fromMean, ofRows) + TermsOf(fromUsual, ofErrors);
        return (terms.Sum([-1]), terms);
    }

    private (V FromMean, V FromUsual) Squares<V>(V x, V difference)
        where V : struct, IValue<V>
    {
        var fromMean = x - x.Weight(meanRow);
        var fromUsual = usual.Measure(difference);
        return ((fromMean * fromMean) + MinProbability, (fromUsual * fromUsual) + MinProbability);
    }

    // -log P, distributed over the features in proportion to their squares.
    private static V TermsOf<V>(V squares, (float Mean, float Deviation) usual)
        where V : struct, IValue<V>
    {
        var sum = squares.Sum([-1], keepDims: true);
        var standard = (sum.Log() - usual.Mean) / usual.Deviation;
        return squares / sum * (standard * LogisticSlope).Softplus();
    }

    private static float[] Logarithm(TensorValue squares) => squares.Sum([-1]).Log().Tensor.contiguous().data<float>().ToArray();

    private static (float Mean, float Deviation) MeanAndDeviation(List<float> values)
    {
        var mean = values.Average(value => (double)value);
        var deviation = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
        return ((float)mean, deviation > 0 ? (float)deviation : 1);
    }
}
