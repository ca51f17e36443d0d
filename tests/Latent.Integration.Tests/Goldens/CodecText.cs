using System.Globalization;
using System.Text;
using Latent.Codecs;

namespace Latent.Integration.Tests;

/// <summary>Compresses and decompresses a codec's golden image at every rate, and formats the means of a few bands of each.</summary>
internal static class CodecText
{
    private const int Bands = 8;

    public static string Format(string folder)
    {
        using var codec = ImageCodec.Load(folder);
        var golden = codec.Bundle.ReadGolden("analysis")!.Inputs[0];
        var (pixels, height, width) = (golden.Floats!, (int)golden.Shape[2], (int)golden.Shape[3]);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"image, {width} x {height}\n  {BandsOf(pixels)}\n");
        for (var rate = 0; rate < codec.Rates; rate++)
            text.Append(
                CultureInfo.InvariantCulture,
                $"rate {rate}\n  {BandsOf(codec.Decompress(codec.Compress(pixels, width, height, rate)).Pixels)}\n");
        return text.ToString();
    }

    // Three digits, because a latent close to a rounding boundary may be quantized differently on another machine.
    private static string BandsOf(float[] pixels) =>
        string.Join(' ', pixels.Chunk(pixels.Length / Bands).Select(band => band.Average().ToString("F3", CultureInfo.InvariantCulture)));
}
