using Latent.Files;
using Latent.Imaging;

namespace Latent.Data;

/// <summary>Reads images of one shape.</summary>
/// <param name="shape">The shape of every image, required or by resizing.</param>
/// <param name="resize">Whether images of a different size are resized instead of rejected.</param>
internal sealed class ImageFileReader(ImageShape shape, bool resize)
{
    public void Read(string path, Span<float> destination)
    {
        var found = ImageTensor.Identify(path);
        if (!resize && (found.Height, found.Width) != (shape.Height, shape.Width))
        {
            throw new DataException(
                "An image has a different size.",
                path,
                $"{shape.Width} x {shape.Height} pixels",
                $"{found.Width} x {found.Height} pixels",
                $"Append ?shape={shape.Channels}x{shape.Height}x{shape.Width}&resize=true to the folder to resize all images.");
        }

        ImageTensor.Load(path, shape, destination);
    }
}
