namespace Latent.Imaging;

/// <summary>How an image of another size is fitted to the model's shape.</summary>
public enum ImageFit
{
    /// <summary>Resizes the whole image without preserving its aspect ratio.</summary>
    Stretch,

    /// <summary>
    /// Crops the largest region around the centre that has the aspect ratio of the shape, and resizes it; the rest on the two sides
    /// is lost.
    /// </summary>
    CentreCrop,
}
