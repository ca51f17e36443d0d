using Latent.Codecs;
using Latent.Imaging;

namespace Latent.Cli;

/// <summary><c>latent decompress</c>.</summary>
internal sealed class DecompressCommand(Terminal terminal, CancellationToken cancellation) : CodecCommand(
    "decompress",
    "Decompresses images, with the bundle that compressed them.",
    "Files written by 'latent compress' (.lat), or folders of them.",
    "Output path: a .png file, or a folder if the path ends with a slash.",
    terminal,
    cancellation)
{
    public override IReadOnlyList<string> Examples =>
    [
        "latent decompress models/ct-codec slice.lat --out slice.png",
        "latent decompress models/ct-codec compressed/ --out slices/",
    ];

    protected override string Ending => ".png";

    protected override IEnumerable<string> FilesOf(IEnumerable<string> inputs) =>
        inputs.SelectMany(input => Directory.Exists(input)
            ? Directory.EnumerateFiles(input, "*.lat").Order(StringComparer.Ordinal)
            : (IEnumerable<string>)[input]);

    protected override CodedFile Convert(Invocation call, ImageCodec codec, string file, string target)
    {
        call.Cancellation.ThrowIfCancellationRequested();
        using var stream = File.OpenRead(file);
        var image = codec.Decompress(stream);
        ImageTensor.SavePng(target, image.Pixels, new ImageShape(1, image.Height, image.Width));
        return new CodedFile(file, target, stream.Length, image.Width, image.Height);
    }
}
