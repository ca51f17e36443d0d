using System.Diagnostics;
using System.Globalization;
using System.Text;
using Latent.Imaging;
using Latent.Training.Codecs;

namespace Latent.Benchmarks;

/// <summary>An external image compressor, as a codec to measure.</summary>
/// <param name="encoder">The encoder program.</param>
/// <param name="inputEnding">The file extension of its inputs.</param>
/// <param name="outputEnding">The file extension of its outputs.</param>
/// <param name="arguments">Returns its arguments for a quality, an input file and an output file.</param>
/// <param name="decoder">A program that converts its outputs to PNG; null if they can be read directly.</param>
internal sealed class ImageTool(
    string encoder,
    string inputEnding,
    string outputEnding,
    Func<string, string, string, string[]> arguments,
    string? decoder = null) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("latent-codec-");

    /// <summary>Returns the codec at a quality.</summary>
    public CodecEvaluation.Coding At(int quality) => (pixels, shape) =>
    {
        var (input, output) = (PathOf("image" + inputEnding), PathOf("image" + outputEnding));
        File.WriteAllBytes(input, [.. Encoding.ASCII.GetBytes($"P5\n{shape.Width} {shape.Height}\n255\n"), .. Bytes(pixels)]);
        Run(encoder, arguments(quality.ToString(CultureInfo.InvariantCulture), input, output));
        return (new FileInfo(output).Length, Decode(output, shape));
    };

    public void Dispose() => folder.Delete(recursive: true);

    private float[] Decode(string file, ImageShape shape)
    {
        if (decoder is null)
            return ImageTensor.Load(file, shape);
        var png = PathOf("decoded.png");
        Run(decoder, ["-quiet", file, "-o", png]);
        return ImageTensor.Load(png, shape);
    }

    private string PathOf(string name) => Path.Combine(folder.FullName, name);

    private static byte[] Bytes(ReadOnlySpan<float> pixels)
    {
        var bytes = new byte[pixels.Length];
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] = (byte)ImageQuality.Level(pixels[i]);
        return bytes;
    }

    private static void Run(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} failed: {error}");
    }
}
