using Latent.Tests;
using Latent.Tests.Fuzzing;

namespace Latent.Bundles.Tests.Fuzzing;

/// <summary>Seventeen thousand damaged files, of every kind in a bundle.</summary>
public sealed class FuzzTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    public void Dispose() => temporary.Dispose();

    [Fact]
    public void Open_DamagedManifests_ThrowOnlyBundleExceptions()
    {
        var folder = temporary["sample"];
        SampleBundle.Write(folder);
        var path = Path.Combine(folder, "bundle.json");

        Run(6000, File.ReadAllBytes(path), JsonMutation.Create, bytes =>
        {
            File.WriteAllBytes(path, bytes);
            Bundle.Open(folder);
        });
    }

    [Fact]
    public void Find_DamagedItems_ThrowsOnlyBundleExceptions()
    {
        var bundle = BundleWithVocabulary(
            path => new ItemVocabulary(["1", "2"], ["World War Z (2013)", "Now You See Me (2013)"]).Write(path));
        var path = bundle.GetPath(bundle.Manifest.Vocabulary!);

        Run(1500, File.ReadAllBytes(path), JsonMutation.Create, bytes =>
        {
            File.WriteAllBytes(path, bytes);
            ItemVocabulary.Find(bundle);
        });
    }

    [Fact]
    public void FromBundle_DamagedCategories_ThrowsOnlyBundleExceptions()
    {
        var bundle = BundleWithVocabulary(path => File.WriteAllText(path, """
            {
              "kind": "words",
              "columns": [
                { "column": 1, "words": ["icmp", "tcp", "udp"] },
                { "column": 2, "words": ["http", "ftp"] }
              ]
            }
            """));
        var path = bundle.GetPath(bundle.Manifest.Vocabulary!);

        Run(1500, File.ReadAllBytes(path), JsonMutation.Create, bytes =>
        {
            File.WriteAllBytes(path, bytes);
            CategoryVocabulary.FromBundle(bundle);
        });
    }

    [Fact]
    public void Read_DamagedGoldenFloats_ThrowOnlyBundleExceptions() =>
        Run(
            2000,
            TensorProtoWriter.Write(NamedTensor.Create("x", [1f, -2, 3, 4], 2, 2)),
            ByteMutation.Create,
            bytes => TensorProtoReader.Read(bytes, "input_0.pb"));

    [Fact]
    public void Read_DamagedGoldenIntegers_ThrowOnlyBundleExceptions() =>
        Run(
            2000,
            TensorProtoWriter.Write(NamedTensor.Create("tokens", [1L, 5, 2, 0], 2, 2)),
            ByteMutation.Create,
            bytes => TensorProtoReader.Read(bytes, "input_0.pb"));

    private Bundle BundleWithVocabulary(Action<string> write)
    {
        using var writer = BundleWriter.Create(temporary["bundle"]);
        SampleBundle.WriteFiles(writer);
        write(writer.GetPath("vocabulary.json"));
        return writer.Commit(SampleBundle.Manifest with { Vocabulary = new() { File = "vocabulary.json" } });
    }

    // At least a quarter of the cases must be rejected; otherwise the mutations do not reach the checks.
    private static void Run(int cases, byte[] original, Func<byte[], Random, byte[]> mutate, Action<byte[]> read) =>
        Assert.InRange(
            FuzzRun.Run(LongRun.Cases(cases), original, mutate, read, exception => exception is BundleException),
            LongRun.Cases(cases) / 4,
            LongRun.Cases(cases));
}
