using Latent.Data;
using Latent.Imaging;
using Latent.Training.Normalization;

namespace Latent.Training.Autoencoders;

/// <summary>The shape of the rows that a model is built for.</summary>
/// <param name="DataName">The name of the data set, for messages.</param>
/// <param name="Size">The number of features of a normalised row.</param>
/// <param name="Image">The image shape; null where rows are not images.</param>
internal sealed record RowShape(string DataName, int Size, ImageShape? Image)
{
    public static RowShape From(Dataset data, Normalizer normalizer) => new(data.Name, normalizer.Size, normalizer.Image);

    /// <summary>Returns the image shape.</summary>
    /// <param name="network">The network that needs images, for the message.</param>
    /// <exception cref="ModelException">Rows are not images.</exception>
    public ImageShape RequireImage(string network) => Image ?? throw new ModelException(
        $"a {network} network needs images. Received: {DataName}, rows of {Size} values. " +
        "Use options.network dense or residual, or an image data set.");
}
