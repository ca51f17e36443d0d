using Latent.Onnx;

namespace Latent.Integration.Tests;

/// <summary>The graphs of the released bundles as text, with weights by shape and hash.</summary>
public sealed class GoldenGraphTests
{
    public static TheoryData<string> Names() => ReleasedBundles.Names();

    [Theory]
    [MemberData(nameof(Names))]
    public Task Graphs_OfAReleasedBundle_AreAsReviewed(string name)
    {
        var files = Directory.EnumerateFiles(ReleasedBundles.FolderOf(name), "*.onnx").Order(StringComparer.Ordinal);
        return Verifier.Verify(string.Join("\n", files.Select(file => OnnxModel.Load(file).ToString()))).UseParameters(name);
    }
}
