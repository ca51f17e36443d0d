using Latent.Runtime;
using Latent.Tests;

namespace Latent.Codecs.Tests;

public sealed class ImageCodecLifetimeTests
{
    private const int Size = 32;

    private static readonly string Folder = Repository.At("models", "ct-codec");
    private static readonly float[] Pixels = [.. Enumerable.Range(0, Size * Size).Select(position => (float)(position % Size) / Size)];

    [Fact]
    public void Dispose_WhileOthersCall_EndsWithObjectDisposed()
    {
        using var codec = Load();
        var expected = codec.Compress(Pixels, Size, Size);

        DisposalRace.Run(Load, other =>
        {
            Assert.Equal(expected, other.Compress(Pixels, Size, Size));
            Assert.Equal(Size, other.Decompress(expected).Width);
        });
    }

    [Fact]
    public void Operations_AfterDispose_ThrowObjectDisposed()
    {
        var codec = Load();
        var file = codec.Compress(Pixels, Size, Size);
        codec.Dispose();
        codec.Dispose();

        Action[] operations =
        [
            () => codec.Compress(Pixels, Size, Size), () => codec.Compress(Pixels, Size, Size, Stream.Null),
            () => codec.Decompress(file), () => codec.Decompress(new MemoryStream(file)),
        ];
        Assert.All(operations, operation => Assert.Equal(nameof(ImageCodec), Assert.Throws<ObjectDisposedException>(operation).ObjectName));
    }

    private static ImageCodec Load() => ImageCodec.Load(Folder, new RuntimeOptions { VerifyHashes = false });
}
