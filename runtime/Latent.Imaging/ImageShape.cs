namespace Latent.Imaging;

/// <summary>
/// The shape of one image as a tensor: channels first, then rows from the top, then columns from the left (CHW).
/// A batch of images is one such block after another.
/// </summary>
/// <param name="Channels">1 for gray, 3 for red, green and blue.</param>
/// <param name="Height">Number of rows, in pixels.</param>
/// <param name="Width">Number of columns, in pixels.</param>
public sealed record ImageShape(int Channels, int Height, int Width)
{
    /// <summary>Number of values in one image: channels x height x width.</summary>
    public int Size => checked(Channels * Height * Width);

    /// <summary>Returns the shape as written in options and messages, for example <c>1 x 28 x 28</c>.</summary>
    public override string ToString() => $"{Channels} x {Height} x {Width}";
}
