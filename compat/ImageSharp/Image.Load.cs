using System.Runtime.InteropServices;
using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp;

public abstract partial class Image
{
    public static Image<TPixel> Load<TPixel>(string path)
        where TPixel : unmanaged, IPixel<TPixel>
    {
        ArgumentNullException.ThrowIfNull(path);
        return Load<TPixel>(File.ReadAllBytes(path));
    }

    public static Image<TPixel> Load<TPixel>(Stream stream)
        where TPixel : unmanaged, IPixel<TPixel> => Load<TPixel>(ReadAll(stream));

    public static Image<TPixel> Load<TPixel>(ReadOnlySpan<byte> data)
        where TPixel : unmanaged, IPixel<TPixel> => Codecs.For(data).Decode(data).To<TPixel>();

    public static Image Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Load(File.ReadAllBytes(path));
    }

    public static Image Load(Stream stream) => Load(ReadAll(stream));

    /// <summary>Loads with the pixel type that the file itself has.</summary>
    public static Image Load(ReadOnlySpan<byte> buffer)
    {
        var decoded = Codecs.For(buffer).Decode(buffer);
        return decoded.Header switch
        {
            { Channels: 1, Depth: 8 } => decoded.To<L8>(),
            { Channels: 1 } => decoded.To<L16>(),
            { Channels: 3 } => decoded.To<Rgb24>(),
            _ => decoded.To<Rgba32>(),
        };
    }

    public static ImageInfo Identify(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Identify(File.ReadAllBytes(path));
    }

    public static ImageInfo Identify(Stream stream) => Identify(ReadAll(stream));

    /// <summary>Reads the size without decoding the pixels.</summary>
    public static ImageInfo Identify(ReadOnlySpan<byte> buffer)
    {
        var codec = Codecs.For(buffer);
        return new ImageInfo(codec.Format, codec.ReadHeader(buffer));
    }

    public static IImageFormat DetectFormat(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return DetectFormat(File.ReadAllBytes(path));
    }

    public static IImageFormat DetectFormat(Stream stream) => DetectFormat(ReadAll(stream));

    public static IImageFormat DetectFormat(ReadOnlySpan<byte> buffer) => Codecs.For(buffer).Format;

    /// <summary>An image of pixels given row by row.</summary>
    public static Image<TPixel> LoadPixelData<TPixel>(ReadOnlySpan<TPixel> data, int width, int height)
        where TPixel : unmanaged, IPixel<TPixel>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(data.Length, width * height, nameof(data));
        var image = new Image<TPixel>(width, height);
        data[..(width * height)].CopyTo(image.Pixels);
        return image;
    }

    /// <summary>An image of pixels given row by row as bytes.</summary>
    public static Image<TPixel> LoadPixelData<TPixel>(ReadOnlySpan<byte> data, int width, int height)
        where TPixel : unmanaged, IPixel<TPixel> =>
        LoadPixelData(MemoryMarshal.Cast<byte, TPixel>(data), width, height);

    private static byte[] ReadAll(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanRead)
            throw new NotSupportedException("Cannot read from the stream.");

        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
