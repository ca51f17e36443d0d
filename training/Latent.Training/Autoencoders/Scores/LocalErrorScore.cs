using Latent.Data;
using Latent.Imaging;
using Latent.Onnx;
using Latent.Training.Autoencoders.Objectives;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Training.Autoencoders.Scores;

/// <summary>
/// How large the errors of training pictures are at each place. New errors are measured by it: divided by that size,
/// squared, and averaged over 3x3 places; the place that errs most is the score of a picture.
/// </summary>
internal sealed class LocalErrorScore : IErrorMeasure
{
    /// <summary>The name of the score.</summary>
    public const string Name = "place_error";

    // A place that is always redrawn well would make much of little: added to every size, in shares of the average one.
    private const double MinShare = 0.15;

    private const int Neighbourhood = 3;

    private readonly ImageShape shape;
    private readonly Tensor perSize;
    private readonly AvgPool2d neighbours = AvgPool2d(Neighbourhood, stride: 1, padding: Neighbourhood / 2, count_include_pad: false);

    private LocalErrorScore(ImageShape shape, Tensor perSize)
    {
        (this.shape, this.perSize) = (shape, perSize);

        // No model holds it, so that no model's eval() reaches it.
        neighbours.eval();
    }

    /// <inheritdoc/>
    public string Kind => Name;

    /// <summary>Measures the errors of pictures.</summary>
    /// <param name="model">The trained model, on the CPU, of pictures.</param>
    /// <param name="train">The pictures it was trained on.</param>
    public static LocalErrorScore Fit(AutoencoderModel model, Dataset train)
    {
        var shape = model.Normalizer.Image ?? throw new InvalidOperationException($"{train.Name} has rows that are no pictures.");
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
        return new LocalErrorScore(shape, size.Plus(least).Plus(Scalars.Get(double.Epsilon)).reciprocal().to(ScalarType.Float32).DetachFromDisposeScope());
    }

    /// <summary>The score of each picture, and what each of its numbers adds to that of its place.</summary>
    /// <param name="x">The pictures in model units, [batch, size].</param>
    /// <param name="errors">In model units, [batch, size].</param>
    /// <returns>[batch], and [batch, size]: the mean over the channels of a place is its score, the largest is that of the picture.</returns>
    /// <remarks>What the pictures are has no part in it.</remarks>
    public (V Scores, V Parts) Measure<V>(V x, V errors)
        where V : struct, IValue<V>
    {
        var measured = errors * errors.Weight(perSize);
        var parts = (measured * measured).Reshape(-1, shape.Channels, shape.Height, shape.Width).Apply(neighbours);
        var scores = parts.Mean([1]).Reshape(-1, shape.Height * shape.Width).ReduceMax([-1]);
        return (scores, parts.Reshape(-1, shape.Size));
    }
}
