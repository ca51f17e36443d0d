namespace Latent.Imaging;

/// <summary>
/// The shape of one picture as a tensor: channels first, then rows from the top, then columns from the left (CHW).
/// A batch of pictures is one such block after another.
/// </summary>
/// <param name="Channels">1 for grey, 3 for red, green and blue.</param>
/// <param name="Height">Rows, in pixels.</param>
/// <param name="Width">Columns, in pixels.</param>
public sealed record ImageShape(int Channels, int Height, int Width)
{
    /// <summary>Values in one picture: channels x height x width.</summary>
    public int Size => checked(Channels * Height * Width);

    /// <summary>The shape as it is written in options and messages, for example <c>1 x 28 x 28</c>.</summary>
    public override string ToString() => $"{Channels} x {Height} x {Width}";
}
