using System.CommandLine;
using System.Globalization;
using Latent.Codecs;
using Latent.Data;
using Latent.Runtime;
using Latent.Training.Codecs;
using Spectre.Console;

namespace Latent.Cli;

/// <summary><c>latent benchmark codec</c>.</summary>
internal sealed class CodecBenchmarkCommand : LatentSubcommand
{
    private readonly Argument<string[]> bundles = new("BUNDLE")
    {
        Description = "Bundle folders of codecs, such as models/ct-codec.",
        Arity = ArgumentArity.OneOrMore,
    };
    private readonly Option<string> data = new("--data")
    {
        Description = "Images: a data set's name (its test part is used) or a folder. [default: the codec's training data set]",
        HelpName = "DATA",
    };

    public CodecBenchmarkCommand(Terminal terminal, CancellationToken cancellation)
        : base(
            "codec",
            "Measures codecs on test images: bits per pixel of whole files, PSNR and MS-SSIM, compared with JPEG at equal size.",
            terminal,
            cancellation)
    {
        Arguments.Add(bundles);
        Options.Add(data);
    }

    public override IReadOnlyList<string> Examples =>
    [
        "latent benchmark codec models/ct-codec models/mri-codec",
        "latent benchmark codec models/ct-codec --data slices/ --json",
    ];

    protected override int Execute(Invocation call)
    {
        var results = call.Get(bundles).Distinct().Select(path => Measure(call, path)).ToList();
        call.Answer(new { codecs = results }, console => results.ForEach(result => Show(console, result)));
        return ExitCode.Done;
    }

    private CodecComparison Measure(Invocation call, string path)
    {
        using var codec = ImageCodec.Load(path, new RuntimeOptions { Threads = 0 });
        var manifest = codec.Bundle.Manifest;
        var name = call.Find(data) ?? manifest.Data?.Name
            ?? throw new UsageException($"'{path}' does not name its training data. Specify images with --data.");
        var images = new DataAccess(call).Read(name, new DataOptions());
        if (images.Image is not { Channels: 1 })
            throw new UsageException($"'{name}' contains no grayscale images. Use single-channel images.");
        return new CodecComparison(
            manifest.Name,
            name,
            images.Count,
            CodecEvaluation.OfCodec(codec, images),
            CodecEvaluation.OfJpeg(images));
    }

    private static string Share(double? size) => size is { } share
        ? string.Create(CultureInfo.InvariantCulture, $"{100 * share:+0.0;-0.0} %")
        : "unknown (no quality in common)";

    private static void Show(IAnsiConsole console, CodecComparison result)
    {
        var table = Tables.Create(["rate", .. CodecComparison.Columns], ["rate", .. CodecComparison.Columns]);
        for (var rate = 0; rate < result.Codec.Points.Count; rate++)
            table.Add([$"{rate}", .. result.CellsOf(rate)]);
        console.WriteLine($"{result.Name} on {NumberText.Count(result.Pictures)} images of {result.Data}");
        console.Write(table);
        console.WriteLine(
            $"Size relative to JPEG: {Share(result.SizeByPsnr)} at equal PSNR, {Share(result.SizeBySimilarity)} at equal MS-SSIM.");
    }
}
