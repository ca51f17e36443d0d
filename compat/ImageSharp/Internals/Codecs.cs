using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.Formats.Bmp;
using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.Formats.Png;

namespace SixLabors.ImageSharp;

/// <summary>The formats that can be read and written.</summary>
internal static class Codecs
{
    private static readonly ICodec[] All = [new PngCodec(), new JpegCodec(), new BmpCodec()];

    public static ICodec For(ReadOnlySpan<byte> data)
    {
        foreach (var codec in All)
        {
            if (codec.Recognizes(data))
                return codec;
        }

        throw new UnknownImageFormatException(
            "Image cannot be loaded. Available decoders:" + Environment.NewLine
            + string.Concat(All.Select(codec => $" - {codec.Format.Name} : {codec.DecoderName}{Environment.NewLine}")));
    }

    public static IImageEncoder EncoderFor(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var extension = Path.GetExtension(path).TrimStart('.').ToLowerInvariant();
        return All.FirstOrDefault(codec => codec.Format.FileExtensions.Contains(extension))?.CreateEncoder()
            ?? throw new UnknownImageFormatException(
                $"No encoder was found for extension '{Path.GetExtension(path)}'. Registered encoders include:{Environment.NewLine}"
                + string.Concat(All.Where(codec => codec.CreateEncoder() is not null)
                    .Select(codec => $" - {codec.Format.Name} : {string.Join(", ", codec.Format.FileExtensions)}{Environment.NewLine}")));
    }
}
