using System.Runtime.InteropServices;
using SixLabors.ImageSharp.PixelFormats;

namespace SixLabors.ImageSharp;

/// <summary>Pixels as channels in rows, the form in which codecs take and give them.</summary>
internal sealed record DecodedImage(ImageHeader Header, byte[] Bytes)
{
    public Image<TPixel> To<TPixel>()
        where TPixel : unmanaged, IPixel<TPixel>
    {
        var image = new Image<TPixel>(Header.Width, Header.Height);
        var target = image.Pixels;
        if (Header is { Channels: 1, Depth: 16 })
        {
            var source = MemoryMarshal.Cast<byte, L16>(Bytes);
            for (var i = 0; i < target.Length; i++)
                target[i].FromL16(source[i]);
            return image;
        }

        FromBytes(Header.Depth == 16 ? To8(Bytes) : Bytes, target);
        return image;
    }

    private void FromBytes<TPixel>(byte[] bytes, Span<TPixel> target)
        where TPixel : unmanaged, IPixel<TPixel>
    {
        var channels = Header.Channels;
        for (var i = 0; i < target.Length; i++)
        {
            var source = bytes.AsSpan(i * channels, channels);
            switch (channels)
            {
                case 1:
                    target[i].FromL8(new L8(source[0]));
                    break;
                case 2:
                    target[i].FromRgba32(new Rgba32(source[0], source[0], source[0], source[1]));
                    break;
                case 3:
                    target[i].FromRgb24(new Rgb24(source[0], source[1], source[2]));
                    break;
                default:
                    target[i].FromRgba32(new Rgba32(source[0], source[1], source[2], source[3]));
                    break;
            }
        }
    }

    private static byte[] To8(byte[] bytes)
    {
        var wide = MemoryMarshal.Cast<byte, ushort>(bytes);
        var narrow = new byte[wide.Length];
        for (var i = 0; i < narrow.Length; i++)
            narrow[i] = Luminance.To8(wide[i]);
        return narrow;
    }
}
