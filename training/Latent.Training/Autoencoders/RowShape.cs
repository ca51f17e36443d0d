using Latent.Data;
using Latent.Imaging;
using Latent.Training.Normalization;

namespace Latent.Training.Autoencoders;

/// <summary>What a model knows of the rows that it is built for.</summary>
/// <param name="DataName">Where the rows come from, for messages.</param>
/// <param name="Size">The number of numbers in a normalised row.</param>
/// <param name="Image">The shape of a picture; null where rows are no pictures.</param>
internal sealed record RowShape(string DataName, int Size, ImageShape? Image)
{
    public static RowShape From(Dataset data, Normalizer normalizer) => new(data.Name, normalizer.Size, normalizer.Image);

    /// <summary>The shape of a picture.</summary>
    /// <param name="network">The network that needs one, for the message.</param>
    /// <exception cref="ModelException">Rows are no pictures.</exception>
    public ImageShape RequireImage(string network) => Image ?? throw new ModelException(
        $"a {network} network looks at pictures. Received: {DataName}, rows of {Size} numbers. Use options.network dense or residual, or a data set of pictures.");
}
