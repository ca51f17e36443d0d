using Latent.Imaging;

namespace Latent.Data;

/// <summary>What the samples of a data set are, and what their values mean.</summary>
public abstract record Schema
{
    private protected Schema(IReadOnlyList<int> shape)
    {
        if (shape.Count == 0 || shape.Any(size => size < 1))
        {
            throw new ArgumentException(
                $"Every dimension of a sample shape must be at least 1. Received: [{string.Join(", ", shape)}].", nameof(shape));
        }

        SampleShape = [.. shape];
        SampleSize = SampleShape.Aggregate(1, (product, size) => checked(product * size));
    }

    /// <summary>Shape of one sample: <c>[channels, height, width]</c> for images, otherwise <c>[values]</c>.</summary>
    public IReadOnlyList<int> SampleShape { get; }

    /// <summary>Values per sample: the product of <see cref="SampleShape"/>.</summary>
    public int SampleSize { get; }

    /// <summary>Whether both schemas are of the same kind, with samples of the same shape.</summary>
    public virtual bool Equals(Schema? other) =>
        other is not null && EqualityContract == other.EqualityContract && SampleShape.SequenceEqual(other.SampleShape);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(EqualityContract, SampleSize);

    /// <summary>Returns the schema of samples that are known by their shape alone.</summary>
    /// <param name="shape"><c>[channels, height, width]</c> for images, <c>[features]</c> for a table of numbers.</param>
    /// <exception cref="ArgumentException">The shape has another number of dimensions, or a dimension is below 1.</exception>
    public static Schema FromShape(IReadOnlyList<int> shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return shape switch
        {
            [var channels, var height, var width] => new ImageSchema(new ImageShape(channels, height, width)),
            [var features] => new TableSchema(features),
            _ when shape.Any(size => size < 1) => throw new ArgumentException(
                $"Every dimension of a sample shape must be at least 1. Received: [{string.Join(", ", shape)}].", nameof(shape)),
            _ => throw new ArgumentException(
                $"A sample shape has 1 dimension, or 3 for an image. Received: [{string.Join(", ", shape)}].", nameof(shape)),
        };
    }
}
