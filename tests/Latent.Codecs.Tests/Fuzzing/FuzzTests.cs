using Latent.Bundles;
using Latent.Tests.Fuzzing;

namespace Latent.Codecs.Tests;

/// <summary>Twenty-five hundred damaged entropy models.</summary>
public sealed class FuzzTests
{
    [Fact]
    public void Read_DamagedEntropyModels_ThrowOnlyBundleExceptions() =>
        Run(
            2500,
            EntropyModelWriter.Write(SmallEntropy.Create()),
            ByteMutation.Create,
            bytes => EntropyModelReader.Read(bytes, "entropy.bin"));

    // A quarter of the cases and more must be rejected, or the mutations do not reach what is checked.
    private static void Run(int cases, byte[] original, Func<byte[], Random, byte[]> mutate, Action<byte[]> read) =>
        Assert.InRange(
            FuzzRun.Run(LongRun.Cases(cases), original, mutate, read, exception => exception is BundleException),
            LongRun.Cases(cases) / 4,
            LongRun.Cases(cases));
}
