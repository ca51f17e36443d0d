using Latent.Imaging;

namespace Latent.Data;

/// <summary>Reads pictures of one shape.</summary>
/// <param name="shape">What every picture must have, or become.</param>
/// <param name="resize">Whether pictures of another size are resized rather than refused.</param>
internal sealed class ImageFileReader(ImageShape shape, bool resize)
{
    public void Read(string path, Span<float> destination)
    {
        var found = ImageTensor.Identify(path);
        if (!resize && (found.Height, found.Width) != (shape.Height, shape.Width))
        {
            throw new DataException(
                "A picture has another size.",
                path,
                $"{shape.Width} x {shape.Height} pixels",
                $"{found.Width} x {found.Height} pixels",
                $"Ask for resizing: ?shape={shape.Channels}x{shape.Height}x{shape.Width}&resize=true behind the folder.");
        }

        ImageTensor.Load(path, shape, destination);
    }
}
