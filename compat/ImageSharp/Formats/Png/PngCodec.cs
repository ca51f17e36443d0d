namespace SixLabors.ImageSharp.Formats.Png;

internal sealed class PngCodec : ICodec
{
    // Deflate packs at most about 1032 bytes into one.
    private const long LargestRatio = 1040;

    public IImageFormat Format => PngFormat.Instance;

    public string DecoderName => "PngDecoder";

    public bool Recognizes(ReadOnlySpan<byte> data) =>
        data.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);

    public IImageEncoder CreateEncoder() => new PngEncoder();

    public ImageHeader ReadHeader(ReadOnlySpan<byte> data) => Native.PngHeader(data);

    public DecodedImage Decode(ReadOnlySpan<byte> data)
    {
        var header = ReadHeader(data).ThrowIfImplausible(data.Length, LargestRatio);
        var pixels = new byte[header.ByteCount];
        Native.ReadPng(data, pixels);
        return new DecodedImage(header, pixels);
    }
}
