using System.CommandLine;
using Latent.Codecs;
using Latent.Files;
using Latent.Imaging;

namespace Latent.Cli;

/// <summary><c>latent compress</c>.</summary>
internal sealed class CompressCommand : CodecCommand
{
    private readonly Option<int> rate = CommonOptions.Whole(
        "--rate", "The rate index: 0 for the smallest files, higher for better images. [default: the middle one of the model's rates]",
        lowest: 0);

    public CompressCommand(Terminal terminal, CancellationToken cancellation)
        : base(
            "compress",
            "Compresses images with a trained codec, in grayscale.",
            "Images (.png, .jpg, .bmp), or folders of images.",
            "Output path: a .lat file, or a folder if the path ends with a slash.",
            terminal,
            cancellation) =>
        Options.Add(rate);

    public override IReadOnlyList<string> Examples =>
    [
        "latent compress models/ct-codec slice.png --out slice.lat",
        "latent compress models/ct-codec slices/ --rate 4 --out compressed/",
    ];

    protected override string Ending => ".lat";

    protected override void Check(Invocation call, ImageCodec codec)
    {
        if (call.Has(rate) && call.Get(rate) >= codec.Rates)
            throw new UsageException($"--rate takes 0 to {codec.Rates - 1} with this model. Received: {call.Get(rate)}.");
    }

    protected override IEnumerable<string> FilesOf(IEnumerable<string> inputs) =>
        inputs.SelectMany(input => Directory.Exists(input) ? ImageFolder.Files(input) : [input]);

    protected override CodedFile Convert(Invocation call, ImageCodec codec, string file, string target)
    {
        call.Cancellation.ThrowIfCancellationRequested();
        var shape = ImageTensor.Identify(file) with { Channels = 1 };
        var bytes = codec.Compress(ImageTensor.Load(file, shape), shape.Width, shape.Height, call.Has(rate) ? call.Get(rate) : null);
        using var whole = new WholeFile(target);
        whole.Stream.Write(bytes);
        whole.Complete();
        return new CodedFile(file, target, bytes.Length, shape.Width, shape.Height);
    }
}
