using Latent.Data;
using Latent.Imaging;
using Latent.Onnx;
using Latent.Shared;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Training.Autoencoders.Scores;

/// <summary>
/// The size of the errors of training images at each pixel. New errors are divided by that size, squared, and averaged over
/// 3x3 pixels; the maximum over all pixels is the score of an image.
/// </summary>
internal sealed class LocalErrorScore : IErrorMeasure
{
    // The manifest value stays 'place_error' for compatibility.
    /// <summary>The name of the score.</summary>
    public const string Name = "place_error";

    // Added to every size, as a share of the average size: at a pixel that is always reconstructed well, small errors
    // would score high.
    private const double MinShare = 0.15;

    private const int Neighbourhood = 3;

    private readonly ImageShape shape;
    private readonly Tensor perSize;
    private readonly AvgPool2d neighbours = AvgPool2d(Neighbourhood, stride: 1, padding: Neighbourhood / 2, count_include_pad: false);

    private LocalErrorScore(ImageShape shape, Tensor perSize)
    {
        (this.shape, this.perSize) = (shape, perSize);

        // The layer belongs to no model, so that no model's eval() reaches it.
        neighbours.eval();
    }

    /// <inheritdoc/>
    public string Kind => Name;

    /// <summary>Fits the score to the errors of images.</summary>
    /// <param name="model">The trained model of images, on the CPU.</param>
    /// <param name="train">The images it was trained on.</param>
    public static LocalErrorScore Fit(AutoencoderModel model, Dataset train)
    {
        var shape = model.Normalizer.Image ?? throw new InvalidOperationException($"The rows of {train.Name} are not images.");
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var squares = zeros(model.ModelSize, dtype: ScalarType.Float64);
        foreach (var (_, difference) in TrainingErrors.Compute(model, train))
        {
            var errors = difference.Tensor.to(ScalarType.Float64);
            squares.Accumulate((errors * errors).sum(dim: 0));
        }

        var size = (squares / Scalars.Get(train.Count)).sqrt();
        var least = size.mean() * Scalars.Get(MinShare);
        return new LocalErrorScore(
            shape,
            size.Plus(least).Plus(Scalars.Get(double.Epsilon)).reciprocal().to(ScalarType.Float32).DetachFromDisposeScope());
    }

    /// <summary>Computes the score of each image, and the contribution of each feature to the score of its pixel.</summary>
    /// <param name="x">The images in model units, [batch, size].</param>
    /// <param name="errors">In model units, [batch, size].</param>
    /// <returns>
    /// [batch], and [batch, size]: the mean over the channels of a pixel is its score, the maximum is the score of the image.
    /// </returns>
    /// <remarks>The score does not depend on <paramref name="x"/>.</remarks>
    public (V Scores, V Parts) Measure<V>(V x, V errors)
        where V : struct, IValue<V>
    {
        var measured = errors * errors.Weight(perSize);
        var terms = (measured * measured).Reshape(-1, shape.Channels, shape.Height, shape.Width).Apply(neighbours);
        var scores = terms.Mean([1]).Reshape(-1, shape.Height * shape.Width).ReduceMax([-1]);
        return (scores, terms.Reshape(-1, shape.Size));
    }
}
