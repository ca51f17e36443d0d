using Latent.Tests;

namespace Latent.Bundles.Tests;

public sealed class BundleWriterTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    private string Folder => temporary["sample"];

    public void Dispose() => temporary.Dispose();

    [Fact]
    public void Commit_CompleteBundle_LeavesOnlyTheBundle()
    {
        var bundle = SampleBundle.Write(Folder);

        Assert.Equal(["sample"], temporary.Entries);
        Assert.Equal(Folder, bundle.Folder);
        Assert.Equal(Bundle.Open(Folder).Digest, bundle.Digest);
    }

    [Fact]
    public void Commit_SameContent_WritesTheSameBytes()
    {
        var reordered = SampleBundle.Manifest with
        {
            Graphs = SampleBundle.Manifest.Graphs.Reverse().ToDictionary(),
            Metrics = SampleBundle.Manifest.Metrics.Reverse().ToDictionary(),
        };

        var first = SampleBundle.Write(Folder);
        var second = SampleBundle.Write(temporary["again"], reordered);

        Assert.Equal(
            File.ReadAllBytes(Path.Combine(first.Folder, "bundle.json")),
            File.ReadAllBytes(Path.Combine(second.Folder, "bundle.json")));
        Assert.Equal(first.Digest, second.Digest);
        Assert.DoesNotContain("\r", File.ReadAllText(Path.Combine(Folder, "bundle.json")));
    }

    [Fact]
    public void Commit_ManifestReadBack_WritesTheSameBytes()
    {
        var first = SampleBundle.Write(Folder);

        var second = SampleBundle.Write(temporary["again"], Bundle.Open(Folder).Manifest);

        Assert.Equal(first.Digest, second.Digest);
    }

    [Fact]
    public void Commit_OverAnExistingBundle_ReplacesAllOfIt()
    {
        SampleBundle.Write(Folder);
        File.WriteAllText(Path.Combine(Folder, "old.txt"), "");

        SampleBundle.Write(Folder, SampleBundle.Manifest with { Name = "newer" });

        Assert.Equal("newer", Bundle.Open(Folder).Manifest.Name);
        Assert.False(File.Exists(Path.Combine(Folder, "old.txt")));
        Assert.Equal(["sample"], temporary.Entries);
    }

    [Fact]
    public void Commit_TrailingSeparatorAndMissingParent_Work()
    {
        SampleBundle.Write(temporary["deep/er/sample"] + Path.DirectorySeparatorChar);

        Assert.Equal("sample", Bundle.Open(temporary["deep/er/sample/"]).Manifest.Name);
    }

    [Fact]
    public void Dispose_WithoutCommit_LeavesNothing()
    {
        using (var writer = BundleWriter.Create(Folder))
        {
            SampleBundle.WriteFiles(writer);
            File.WriteAllText(writer.GetPath("report/samples.txt"), "");
            Assert.NotEmpty(temporary.Entries);
        }

        Assert.Empty(temporary.Entries);
    }

    [Fact]
    public void Dispose_WithoutCommit_LeavesTheExistingBundleAlone()
    {
        var digest = SampleBundle.Write(Folder).Digest;

        using (var writer = BundleWriter.Create(Folder))
            SampleBundle.WriteFiles(writer);

        Assert.Equal(digest, Bundle.Open(Folder).Digest);
        Assert.Equal(["sample"], temporary.Entries);
    }

    [Fact]
    public void Create_AfterAKilledWriter_RemovesWhatItLeft()
    {
        Directory.CreateDirectory(Folder + ".tmp-0123456789ab");
        File.WriteAllText(Folder + ".tmp-0123456789ab/encode.onnx", "half");
        File.WriteAllText(Folder + ".tmp-0123456789ab.lock", "");

        BundleWriter.Create(Folder).Dispose();

        Assert.Empty(temporary.Entries);
    }

    [Fact]
    public void Create_AfterAWriterKilledBetweenTheRenames_RestoresTheOldBundle()
    {
        SampleBundle.Write(Folder);
        Directory.Move(Folder, Folder + ".tmp-0123456789ab.old");
        File.WriteAllText(Folder + ".tmp-0123456789ab.lock", "");

        BundleWriter.Create(Folder).Dispose();

        Assert.Equal(["sample"], temporary.Entries);
        Assert.Equal("sample", Bundle.Open(Folder).Manifest.Name);
    }

    [Fact]
    public void Create_WhileAnotherWriterWorks_LeavesItAlone()
    {
        using var first = BundleWriter.Create(Folder);
        SampleBundle.WriteFiles(first);

        BundleWriter.Create(Folder).Dispose();

        Assert.Equal("sample", first.Commit(SampleBundle.Manifest).Manifest.Name);
    }

    [Fact]
    public void Create_OverAFolderThatIsNoBundle_RejectsToReplaceIt()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, "thesis.txt"), "");

        var exception = Assert.Throws<BundleException>(() => BundleWriter.Create(Folder));

        Assert.Equal(
            $"""
            The output folder holds something that is not a bundle; it is not replaced.
            Where: {Folder}
            Expected: a new folder, an empty one, or a bundle
            Received: a folder without bundle.json
            Fix: choose another output folder.
            """,
            exception.Message);
        Assert.True(File.Exists(Path.Combine(Folder, "thesis.txt")));
    }

    [Fact]
    public void Create_ParentThatCannotBeMade_SaysSo()
    {
        File.WriteAllText(temporary["file"], "");

        var exception = Assert.Throws<BundleException>(() => BundleWriter.Create(temporary["file/sample"]));

        Assert.StartsWith(
            $"The bundle cannot be written.\nWhere: {temporary["file/sample"]}\nExpected: " +
            "a folder this user may write to, with room on the disk\n",
            exception.Message);
        Assert.EndsWith("\nFix: choose another output folder, or free space on this disk.", exception.Message);
    }

    [Fact]
    public void Commit_ListedFileNotWritten_SaysSoAndLeavesNothing()
    {
        using (var writer = BundleWriter.Create(Folder))
        {
            File.WriteAllText(writer.GetPath("encode.onnx"), "an encoder");

            var exception = Assert.Throws<BundleException>(() => writer.Commit(SampleBundle.Manifest));

            Assert.StartsWith(
                $"A file that the manifest lists was not written.\nWhere: {Path.Combine(writer.Folder, "decode.onnx")}\n",
                exception.Message);
        }

        Assert.Empty(temporary.Entries);
    }

    [Fact]
    public void Commit_UnlistedFile_SaysSo()
    {
        using var writer = BundleWriter.Create(Folder);
        SampleBundle.WriteFiles(writer);
        File.WriteAllText(writer.GetPath("stray.bin"), "");

        var exception = Assert.Throws<BundleException>(() => writer.Commit(SampleBundle.Manifest));

        Assert.Equal(
            $"""
            A file was written that the manifest does not list.
            Where: {Path.Combine(writer.Folder, "stray.bin")}
            Expected: a file listed under graphs, weights, vocabulary or entropy
            Received: 'stray.bin'
            Fix: list it in the manifest, or write it into report/.
            """,
            exception.Message);
    }

    [Fact]
    public void Commit_InvalidManifest_IsRejectedAsWhenReading()
    {
        using var writer = BundleWriter.Create(Folder);
        SampleBundle.WriteFiles(writer);

        var exception = Assert.Throws<BundleException>(() => writer.Commit(SampleBundle.Manifest with { Family = "" }));

        Assert.EndsWith("$.family", exception.Where);
        Assert.False(Directory.Exists(Folder));
    }

    [Fact]
    public void Commit_InfiniteMetric_IsRejected()
    {
        using var writer = BundleWriter.Create(Folder);
        SampleBundle.WriteFiles(writer);
        var manifest = SampleBundle.Manifest with { Metrics = new Dictionary<string, double> { ["loss"] = double.NaN } };

        Assert.StartsWith("The manifest cannot be written as JSON.", Assert.Throws<BundleException>(() => writer.Commit(manifest)).Message);
    }

    [Theory]
    [InlineData("../weights.bin")]
    [InlineData("/weights.bin")]
    [InlineData("report/../../weights.bin")]
    public void GetPath_PathThatEscapes_IsRejected(string path)
    {
        using var writer = BundleWriter.Create(Folder);

        Assert.StartsWith($"'{path}' is not a path inside a bundle.", Assert.Throws<ArgumentException>(() => writer.GetPath(path)).Message);
    }

    [Fact]
    public void AddGolden_Vectors_AreReadBack()
    {
        using (var writer = BundleWriter.Create(Folder))
        {
            SampleBundle.WriteFiles(writer);
            writer.AddGolden(
                "decode",
                [NamedTensor.Create("code", [1f, 2], 1, 2)],
                [NamedTensor.Create("reconstruction", [1f, 2, 3, 4], 1, 4)]);
            writer.Commit(SampleBundle.Manifest);
        }

        var bundle = Bundle.Open(Folder);

        Assert.True(File.Exists(Path.Combine(Folder, "golden", "decode", "input_0.pb")));
        Assert.True(File.Exists(Path.Combine(Folder, "golden", "decode", "output_0.pb")));
        Assert.Null(bundle.ReadGolden("encode"));
        var golden = bundle.ReadGolden("decode")!;
        Assert.Equal("code", golden.Inputs.Single().Name);
        Assert.Equal([1f, 2, 3, 4], golden.Outputs.Single().Floats!);
    }

    [Fact]
    public void ReadGolden_LinkOutOfTheBundle_IsRejected()
    {
        SampleBundle.Write(Folder);
        Directory.CreateDirectory(temporary["outside/decode"]);
        Directory.CreateSymbolicLink(Path.Combine(Folder, "golden"), temporary["outside"]);

        var exception = Assert.Throws<BundleException>(() => Bundle.Open(Folder).ReadGolden("decode"));

        Assert.StartsWith("A file of the bundle is a link that points outside the bundle's folder.", exception.Message);
    }

    [Fact]
    public void ReadGolden_NoOutput_SaysSo()
    {
        SampleBundle.Write(Folder);
        var golden = Directory.CreateDirectory(Path.Combine(Folder, "golden", "decode")).FullName;
        TensorProtoFile.Write(Path.Combine(golden, "input_0.pb"), NamedTensor.Create("code", [1f, 2], 1, 2));

        var exception = Assert.Throws<BundleException>(() => Bundle.Open(Folder).ReadGolden("decode"));

        Assert.StartsWith($"The golden vectors of a graph are incomplete.\nWhere: {golden}\nExpected: output_0.pb\n", exception.Message);
    }
}
