using System.Globalization;

namespace Latent.Data;

/// <summary>Which values of a scan a grey picture shows: black at the low end and below it, white at the high end and above it.</summary>
/// <param name="Low">What becomes 0.</param>
/// <param name="High">What becomes 1; above <paramref name="Low"/>.</param>
internal readonly record struct GrayWindow(double Low, double High)
{
    /// <summary>What a person writes, such as <c>-1000..2000</c>; null where it is no window.</summary>
    public static GrayWindow? TryParse(string text)
    {
        var ends = text.Split("..");
        return ends.Length == 2 && Number(ends[0]) is { } low && Number(ends[1]) is { } high && low < high ? new GrayWindow(low, high) : null;
    }

    /// <summary>A voxel as a grey level in [0, 1], on one of 256 steps, as a picture file holds it.</summary>
    public float ToGray(float voxel)
    {
        var share = Math.Clamp((voxel - Low) / (High - Low), 0, 1);
        return (float)(Math.Round(share * byte.MaxValue) / byte.MaxValue);
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;
}
