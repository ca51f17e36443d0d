using System.Globalization;

namespace Latent.Cli;

/// <summary>A picture that was compressed or decompressed.</summary>
/// <param name="Input">The file that was read.</param>
/// <param name="Out">The file that was written.</param>
/// <param name="Bytes">The size of the compressed one.</param>
/// <param name="Width">Pixels of a row of the picture.</param>
/// <param name="Height">Rows of the picture.</param>
internal sealed record CodedFile(string Input, string Out, long Bytes, int Width, int Height)
{
    /// <summary>Bits a pixel.</summary>
    public double BitsPerPixel => 8.0 * Bytes / ((long)Width * Height);

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Out}: {Width} x {Height} pixels, {Bytes:N0} bytes compressed, {BitsPerPixel:0.000} bits a pixel");
}
