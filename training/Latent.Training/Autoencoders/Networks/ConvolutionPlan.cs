using Latent.Imaging;
using Latent.Onnx;

namespace Latent.Training.Autoencoders.Networks;

/// <summary>The convolutions from a picture inwards, and what each of them leaves of it.</summary>
/// <param name="Image">The shape of a picture.</param>
/// <param name="Steps">The convolutions, in order.</param>
internal sealed record ConvolutionPlan(ImageShape Image, IReadOnlyList<ConvolutionStep> Steps)
{
    /// <summary>Channels, height and width behind the last convolution.</summary>
    public ImageShape Inner => Steps[^1].Output;

    /// <summary>The number of features behind the last convolution.</summary>
    public long FeatureCount => (long)Inner.Channels * Inner.Height * Inner.Width;

    /// <summary>Halves the picture with each number of channels; the last one covers what is left, where it collapses.</summary>
    /// <exception cref="ModelException">A height or width that is to be halved is odd.</exception>
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

    /// <summary>Rows as pictures: [batch, input] to [batch, channels, height, width].</summary>
    public V ToImages<V>(V rows)
        where V : struct, IValue<V> =>
        rows.Reshape(-1, Image.Channels, Image.Height, Image.Width);

    /// <summary>Features at their positions behind the last convolution: [batch, features] to [batch, channels, height, width].</summary>
    public V ToPositions<V>(V features)
        where V : struct, IValue<V> =>
        features.Reshape(-1, Inner.Channels, Inner.Height, Inner.Width);

    /// <summary>Pictures as rows: [batch, channels, height, width] to [batch, input].</summary>
    public V ToRows<V>(V images)
        where V : struct, IValue<V> =>
        images.Reshape(-1, (long)Image.Channels * Image.Height * Image.Width);

    private static ModelException CannotHalve(ImageShape image, ImageShape shape, int count, int position) => new(
        $"channels has {count} convolutions, and number {position + 1} would have to halve {shape.Height}x{shape.Width}. " +
        $"Received: pictures of {image.Height}x{image.Width}. Give fewer channels, or resize the pictures (data.shape, data.resize) so that every halved side is even.");
}
