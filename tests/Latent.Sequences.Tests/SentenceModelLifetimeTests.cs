using Latent.Runtime;
using Latent.Tests;

namespace Latent.Sequences.Tests;

public sealed class SentenceModelLifetimeTests
{
    private const string Text = "And God said, Let there be light.";

    private static readonly string Folder = Repository.At("models", "verses-vae");

    [Fact]
    public void Dispose_WhileOthersCall_EndsWithObjectDisposed()
    {
        using var model = Load();
        var expected = model.Reconstruct([Text]);

        DisposalRace.Run(Load, other => Assert.Equal(expected, other.Reconstruct([Text])));
    }

    [Fact]
    public void Operations_AfterDispose_ThrowObjectDisposed()
    {
        var model = Load();
        var code = model.Encode(Text).Mean;
        model.Dispose();
        model.Dispose();

        Action[] operations =
        [
            () => model.Encode(Text), () => model.Decode(code), () => model.Reconstruct([Text]), () => model.Score(Text),
            () => model.Sample(1, seed: 1), () => model.Paraphrase(Text), () => model.Interpolate(Text, Text),
        ];
        Assert.All(
            operations,
            operation => Assert.Equal(nameof(SentenceModel), Assert.Throws<ObjectDisposedException>(operation).ObjectName));
    }

    private static SentenceModel Load() => SentenceModel.Load(Folder, new RuntimeOptions { VerifyHashes = false });
}
