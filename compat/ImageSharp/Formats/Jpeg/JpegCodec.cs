namespace SixLabors.ImageSharp.Formats.Jpeg;

internal sealed class JpegCodec : ICodec
{
    // A flat block of 8 x 8 pixels takes a few bits.
    private const long LargestRatio = 4096;

    public IImageFormat Format => JpegFormat.Instance;

    public string DecoderName => "JpegDecoder";

    public bool Recognizes(ReadOnlySpan<byte> data) => data.StartsWith<byte>([0xFF, 0xD8]);

    public IImageEncoder CreateEncoder() => new JpegEncoder();

    public ImageHeader ReadHeader(ReadOnlySpan<byte> data) => Native.JpegHeader(data);

    public DecodedImage Decode(ReadOnlySpan<byte> data)
    {
        var header = ReadHeader(data).ThrowIfImplausible(data.Length, LargestRatio);
        var pixels = new byte[header.ByteCount];
        Native.ReadJpeg(data, pixels);
        return new DecodedImage(header, pixels);
    }
}
