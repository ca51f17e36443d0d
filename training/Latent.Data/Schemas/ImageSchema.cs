using Latent.Imaging;

namespace Latent.Data;

/// <summary>Images.</summary>
/// <param name="Image">The shape of an image.</param>
public sealed record ImageSchema(ImageShape Image) : Schema([Image.Channels, Image.Height, Image.Width]);
