using SixLabors.ImageSharp.Formats;

namespace SixLabors.ImageSharp;

/// <summary>Reads one format.</summary>
internal interface ICodec
{
    IImageFormat Format { get; }

    string DecoderName { get; }

    bool Recognizes(ReadOnlySpan<byte> data);

    ImageHeader ReadHeader(ReadOnlySpan<byte> data);

    DecodedImage Decode(ReadOnlySpan<byte> data);

    IImageEncoder? CreateEncoder();
}
