using System.Globalization;
using Latent.Training.Codecs;

namespace Latent.Cli;

/// <summary>A comparison of a codec with JPEG.</summary>
/// <param name="Name">The name of the codec.</param>
/// <param name="Data">The name of the image data set.</param>
/// <param name="Pictures">The number of images.</param>
/// <param name="Codec">The rate-distortion curve of the codec, one point per rate.</param>
/// <param name="Jpeg">The rate-distortion curve of JPEG at several qualities.</param>
// The JSON field 'pictures' stays for compatibility.
internal sealed record CodecComparison(string Name, string Data, int Pictures, RateDistortionCurve Codec, RateDistortionCurve Jpeg)
{
    /// <summary>The columns of the table after the rate.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["bits/pixel", "PSNR, dB", "MS-SSIM", "JPEG PSNR", "JPEG MS-SSIM"];

    /// <summary>
    /// The relative difference in file size from JPEG at equal PSNR: -0.4 is 40 % smaller; null if the curves have no PSNR in common.
    /// </summary>
    public double? SizeByPsnr => Codec.RateAgainst(Jpeg, point => point.Psnr);

    /// <summary>The relative difference in file size from JPEG at equal MS-SSIM, likewise.</summary>
    public double? SizeBySimilarity => Codec.RateAgainst(Jpeg, point => point.Similarity);

    /// <summary>The cells of one rate, with JPEG at the same size; a dash where JPEG has no file that small.</summary>
    public string[] CellsOf(int rate)
    {
        var point = Codec.Points[rate];
        return
        [
            point.Bits.ToString("0.000", CultureInfo.InvariantCulture),
            point.Psnr.ToString("0.00", CultureInfo.InvariantCulture),
            point.Similarity.ToString("0.0000", CultureInfo.InvariantCulture),
            Text(Jpeg.QualityAt(point.Bits, other => other.Psnr), "0.00"),
            Text(Jpeg.QualityAt(point.Bits, other => other.Similarity), "0.0000"),
        ];
    }

    private static string Text(double? value, string format)
        => value is { } number ? number.ToString(format, CultureInfo.InvariantCulture) : "-";
}
