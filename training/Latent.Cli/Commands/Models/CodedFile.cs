using System.Globalization;

namespace Latent.Cli;

/// <summary>An image that was compressed or decompressed.</summary>
/// <param name="Input">The input file.</param>
/// <param name="Out">The output file.</param>
/// <param name="Bytes">The size of the compressed file.</param>
/// <param name="Width">The width of the image, in pixels.</param>
/// <param name="Height">The height of the image, in pixels.</param>
internal sealed record CodedFile(string Input, string Out, long Bytes, int Width, int Height)
{
    /// <summary>The bits per pixel of the compressed file.</summary>
    public double BitsPerPixel => 8.0 * Bytes / ((long)Width * Height);

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Out}: {Width} x {Height} pixels, {Bytes:N0} bytes compressed, {BitsPerPixel:0.000} bits per pixel");
}
