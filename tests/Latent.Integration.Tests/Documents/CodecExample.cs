using Latent.Codecs;

namespace Latent.Integration.Tests;

/// <summary>The example "Medical image compression" of docs/applications.md.</summary>
internal static class CodecExample
{
    public static void Run(float[] pixels)
    {
        using var codec = ImageCodec.Load("models/ct-codec");

        byte[] file = codec.Compress(pixels, width: 256, height: 256, rate: 2);    // pixels: 256 x 256 numbers in [0, 1]
        File.WriteAllBytes("slice.lat", file);

        GrayImage image = codec.Decompress(File.ReadAllBytes("slice.lat"));    // throws if truncated, altered or from another model
        Console.WriteLine($"{file.Length} bytes, {image.Width} x {image.Height} pixels");
    }
}
