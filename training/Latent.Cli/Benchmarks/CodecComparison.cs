using System.Globalization;
using Latent.Training.Codecs;

namespace Latent.Cli;

/// <summary>A codec beside JPEG.</summary>
/// <param name="Name">The codec.</param>
/// <param name="Data">The pictures.</param>
/// <param name="Pictures">How many there are.</param>
/// <param name="Codec">What the codec does at each rate.</param>
/// <param name="Jpeg">What JPEG does at several qualities.</param>
internal sealed record CodecComparison(string Name, string Data, int Pictures, RateDistortionCurve Codec, RateDistortionCurve Jpeg)
{
    /// <summary>The columns of the table behind the rate.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["bits/pixel", "PSNR, dB", "MS-SSIM", "JPEG PSNR", "JPEG MS-SSIM"];

    /// <summary>How much smaller or larger files are at equal PSNR: -0.4 is 40 % smaller; null where no PSNR is reached by both.</summary>
    public double? SizeByPsnr => Codec.RateAgainst(Jpeg, point => point.Psnr);

    /// <summary>The same at equal MS-SSIM.</summary>
    public double? SizeBySimilarity => Codec.RateAgainst(Jpeg, point => point.Similarity);

    /// <summary>The cells of a rate, with JPEG at the same size; a dash where JPEG has no file that small.</summary>
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

    private static string Text(double? value, string format) => value is { } number ? number.ToString(format, CultureInfo.InvariantCulture) : "-";
}
