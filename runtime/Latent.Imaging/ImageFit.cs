namespace Latent.Imaging;

/// <summary>How a picture of another size becomes one of the model's.</summary>
public enum ImageFit
{
    /// <summary>The whole picture is resized, without keeping its proportions.</summary>
    Stretch,

    /// <summary>
    /// The largest part around the centre that has the proportions of the shape is cut out and resized; what lies beyond it at the
    /// two sides is lost.
    /// </summary>
    CentreCrop,
}
