using System.Runtime.InteropServices;
using System.Text;

namespace SixLabors.ImageSharp;

/// <summary>The codecs of native/latent_image.c.</summary>
internal static unsafe partial class Native
{
    private const string Library = "latent_image";
    private const int MessageSize = 256;

    public static ImageHeader PngHeader(ReadOnlySpan<byte> data)
    {
        var message = stackalloc byte[MessageSize];
        fixed (byte* start = data)
        {
            ThrowIf(ReadPngHeader(start, (nuint)data.Length, out var header, message), message);
            return header.ToManaged();
        }
    }

    public static void ReadPng(ReadOnlySpan<byte> data, Span<byte> pixels)
    {
        var message = stackalloc byte[MessageSize];
        fixed (byte* start = data, target = pixels)
            ThrowIf(ReadPng(start, (nuint)data.Length, target, (nuint)pixels.Length, message), message);
    }

    public static byte[] WritePng(DecodedImage image, int level)
    {
        var message = stackalloc byte[MessageSize];
        fixed (byte* pixels = image.Bytes)
        {
            ThrowIf(WritePng(pixels, new NativeHeader(image.Header), level, out var result, out var length, message), message);
            return Take(result, length);
        }
    }

    public static ImageHeader JpegHeader(ReadOnlySpan<byte> data)
    {
        var message = stackalloc byte[MessageSize];
        fixed (byte* start = data)
        {
            ThrowIf(ReadJpegHeader(start, (nuint)data.Length, out var header, message), message);
            return header.ToManaged();
        }
    }

    public static void ReadJpeg(ReadOnlySpan<byte> data, Span<byte> pixels)
    {
        var message = stackalloc byte[MessageSize];
        fixed (byte* start = data, target = pixels)
            ThrowIf(ReadJpeg(start, (nuint)data.Length, target, (nuint)pixels.Length, message), message);
    }

    public static byte[] WriteJpeg(DecodedImage image, int quality, bool isFullColour)
    {
        var message = stackalloc byte[MessageSize];
        fixed (byte* pixels = image.Bytes)
        {
            ThrowIf(WriteJpeg(pixels, new NativeHeader(image.Header), quality, isFullColour ? 1 : 0, out var result, out var length, message), message);
            return Take(result, length);
        }
    }

    private static void ThrowIf(int failed, byte* message)
    {
        if (failed != 0)
            throw new InvalidImageContentException(Encoding.Latin1.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(message)));
    }

    private static byte[] Take(byte* data, nuint length)
    {
        var result = new ReadOnlySpan<byte>(data, checked((int)length)).ToArray();
        Free(data);
        return result;
    }

    [LibraryImport(Library, EntryPoint = "latent_png_info")]
    private static partial int ReadPngHeader(byte* data, nuint size, out NativeHeader result, byte* message);

    [LibraryImport(Library, EntryPoint = "latent_png_read")]
    private static partial int ReadPng(byte* data, nuint size, byte* pixels, nuint capacity, byte* message);

    [LibraryImport(Library, EntryPoint = "latent_png_write")]
    private static partial int WritePng(byte* pixels, in NativeHeader image, int level, out byte* result, out nuint length, byte* message);

    [LibraryImport(Library, EntryPoint = "latent_jpeg_info")]
    private static partial int ReadJpegHeader(byte* data, nuint size, out NativeHeader result, byte* message);

    [LibraryImport(Library, EntryPoint = "latent_jpeg_read")]
    private static partial int ReadJpeg(byte* data, nuint size, byte* pixels, nuint capacity, byte* message);

    [LibraryImport(Library, EntryPoint = "latent_jpeg_write")]
    private static partial int WriteJpeg(byte* pixels, in NativeHeader image, int quality, int fullColour, out byte* result, out nuint length, byte* message);

    [LibraryImport(Library, EntryPoint = "latent_image_free")]
    private static partial void Free(byte* data);
}
