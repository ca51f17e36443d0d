using System.Diagnostics;
using System.Globalization;
using System.Text;
using Latent.Imaging;
using Latent.Training.Codecs;

namespace Latent.Benchmarks;

/// <summary>A program that compresses pictures, as a codec to be measured.</summary>
/// <param name="encoder">The program.</param>
/// <param name="inputEnding">The ending of the files that it reads.</param>
/// <param name="outputEnding">The ending of the files that it writes.</param>
/// <param name="arguments">Its arguments, from the quality, the input and the output.</param>
/// <param name="decoder">A program that turns what it writes into PNG; null where such files are read without.</param>
internal sealed class ImageTool(
    string encoder, string inputEnding, string outputEnding, Func<string, string, string, string[]> arguments, string? decoder = null) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("latent-codec-");

    /// <summary>The program at a quality.</summary>
    public CodecEvaluation.Coding At(int quality) => (pixels, shape) =>
    {
        var (input, output) = (PathOf("picture" + inputEnding), PathOf("picture" + outputEnding));
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
