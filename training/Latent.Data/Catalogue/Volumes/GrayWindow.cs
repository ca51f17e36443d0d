using System.Globalization;

namespace Latent.Data;

/// <summary>
/// The window that maps scan values to gray levels: values up to the low end are black, values from the high end on are white.
/// </summary>
/// <param name="Low">The value that maps to 0.</param>
/// <param name="High">The value that maps to 1; above <paramref name="Low"/>.</param>
internal readonly record struct GrayWindow(double Low, double High)
{
    /// <summary>Parses a window such as <c>-1000..2000</c>; null if the text is not a window.</summary>
    public static GrayWindow? TryParse(string text)
    {
        var ends = text.Split("..");
        return ends.Length == 2 && Number(ends[0]) is { } low && Number(ends[1]) is { } high && low < high
            ? new GrayWindow(low, high)
            : null;
    }

    /// <summary>Returns the gray level of a voxel in [0, 1], quantized to 256 levels as in an 8-bit image file.</summary>
    public float ToGray(float voxel)
    {
        var share = Math.Clamp((voxel - Low) / (High - Low), 0, 1);
        return (float)(Math.Round(share * byte.MaxValue) / byte.MaxValue);
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;
}
