using Latent.Bundles;
using Latent.Tests;
using Latent.Tests.Fuzzing;

namespace Latent.Sequences.Tests;

/// <summary>Fifteen hundred damaged vocabularies.</summary>
public sealed class FuzzTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    public void Dispose() => temporary.Dispose();

    [Fact]
    public void Read_DamagedTokens_ThrowOnlyBundleExceptions()
    {
        var path = temporary["vocabulary.json"];

        Run(
            1500,
            new TokenVocabulary("words", [.. TokenVocabulary.Special, "in", "the", "beginning"]).ToJson(),
            JsonMutation.Create,
            bytes =>
            {
                File.WriteAllBytes(path, bytes);
                TokenVocabulary.Read(path);
            });
    }

    // A quarter of the cases and more must be rejected, or the mutations do not reach what is checked.
    private static void Run(int cases, byte[] original, Func<byte[], Random, byte[]> mutate, Action<byte[]> read) =>
        Assert.InRange(
            FuzzRun.Run(LongRun.Cases(cases), original, mutate, read, exception => exception is BundleException),
            LongRun.Cases(cases) / 4,
            LongRun.Cases(cases));
}
