namespace SixLabors.ImageSharp.Processing;

/// <summary>Offsets by position: the share of the room that is left (negative where the picture is larger).</summary>
internal static class Anchor
{
    public static int Horizontal(AnchorPositionMode position, float room) => (int)MathF.Round(room * HorizontalShare(position));

    public static int Vertical(AnchorPositionMode position, float room) => (int)MathF.Round(room * VerticalShare(position));

    /// <summary>As <see cref="Horizontal"/>, halves rounded down.</summary>
    public static int Left(AnchorPositionMode position, int room) => (int)(room * HorizontalShare(position));

    /// <summary>As <see cref="Vertical"/>, halves rounded down.</summary>
    public static int Top(AnchorPositionMode position, int room) => (int)(room * VerticalShare(position));

    private static float HorizontalShare(AnchorPositionMode position) => position switch
    {
        AnchorPositionMode.Left or AnchorPositionMode.TopLeft or AnchorPositionMode.BottomLeft => 0F,
        AnchorPositionMode.Right or AnchorPositionMode.TopRight or AnchorPositionMode.BottomRight => 1F,
        _ => 0.5F,
    };

    private static float VerticalShare(AnchorPositionMode position) => position switch
    {
        AnchorPositionMode.Top or AnchorPositionMode.TopLeft or AnchorPositionMode.TopRight => 0F,
        AnchorPositionMode.Bottom or AnchorPositionMode.BottomLeft or AnchorPositionMode.BottomRight => 1F,
        _ => 0.5F,
    };
}
