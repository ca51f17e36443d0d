using Latent.Imaging;
using Latent.Onnx;

namespace Latent.Training.Autoencoders.Networks;

/// <summary>The convolutions from an image inwards, with their output shapes.</summary>
/// <param name="Image">The image shape.</param>
/// <param name="Steps">The convolutions, in order.</param>
internal sealed record ConvolutionPlan(ImageShape Image, IReadOnlyList<ConvolutionStep> Steps)
{
    /// <summary>Channels, height and width after the last convolution.</summary>
    public ImageShape Inner => Steps[^1].Output;

    /// <summary>The number of features after the last convolution.</summary>
    public long FeatureCount => (long)Inner.Channels * Inner.Height * Inner.Width;

    /// <summary>
    /// Plans one halving convolution for each number of channels; with <paramref name="collapse"/>, the last one covers the
    /// remaining image.
    /// </summary>
    /// <exception cref="ModelException">A height or width to be halved is odd.</exception>
    public static ConvolutionPlan For(ImageShape image, IReadOnlyList<int> channels, bool collapse)
    {
        var steps = new List<ConvolutionStep>();
        var shape = image;
        foreach (var (position, outputs) in channels.Index())
        {
            var step = collapse && position == channels.Count - 1
                ? ConvolutionStep.Cover(shape, outputs)
                : ConvolutionStep.Halve(shape, outputs) ?? throw CannotHalve(image, shape, channels.Count, position);
            steps.Add(step);
            shape = step.Output;
        }

        return new ConvolutionPlan(image, steps);
    }

    /// <summary>Reshapes rows to images: [batch, input] to [batch, channels, height, width].</summary>
    public V ToImages<V>(V rows)
        where V : struct, IValue<V> =>
        rows.Reshape(-1, Image.Channels, Image.Height, Image.Width);

    /// <summary>Reshapes features to the output of the last convolution: [batch, features] to [batch, channels, height, width].</summary>
    public V ToPositions<V>(V features)
        where V : struct, IValue<V> =>
        features.Reshape(-1, Inner.Channels, Inner.Height, Inner.Width);

    /// <summary>Reshapes images to rows: [batch, channels, height, width] to [batch, input].</summary>
    public V ToRows<V>(V images)
        where V : struct, IValue<V> =>
        images.Reshape(-1, (long)Image.Channels * Image.Height * Image.Width);

    private static ModelException CannotHalve(ImageShape image, ImageShape shape, int count, int position) => new(
        $"channels has {count} convolutions, and number {position + 1} would have to halve {shape.Height}x{shape.Width}. " +
        $"Received: images of {image.Height}x{image.Width}. " +
        "Use fewer convolutions, or resize the images (data.shape, data.resize) so that every halved side is even.");
}
