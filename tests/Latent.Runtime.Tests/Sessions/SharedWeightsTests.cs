using Latent.Runtime.Tests.Models;

namespace Latent.Runtime.Tests;

[Collection(nameof(AloneCollection))]
public sealed class SharedWeightsTests
{
    private const int Models = 10;
    private const long Megabyte = 1024 * 1024;

    [Fact]
    public void Load_OneBundleTwice_HoldsItsWeightsOnceUntilTheLastIsDisposed()
    {
        using var files = new TemporaryModel(new TinyModel());
        var before = SharedWeights.FilesInUse;
        using (var first = Used(files))
        {
            using (var second = Used(files))
                Assert.Equal(before + 1, SharedWeights.FilesInUse);
            Assert.Equal(before + 1, SharedWeights.FilesInUse);
        }

        Assert.Equal(before, SharedWeights.FilesInUse);
    }

    [Fact]
    public void Load_OneBundleManyTimes_PacksItsWeightsOnce()
    {
        // Three matrices of 2000 x 500: 11.4 MB. Packed separately by each graph, they take 26.7 MB per model.
        using var files = new TemporaryModel(new TinyModel(inputSize: 2000, latentSize: 500, variational: true), golden: false);
        var models = new List<Autoencoder> { Used(files) };
        var growth = WorkingSetWatch.GrowthDuring(() => models.AddRange(Enumerable.Range(1, Models - 1).Select(_ => Used(files))));
        models.ForEach(model => model.Dispose());

        Assert.InRange(growth, long.MinValue, 8 * Megabyte * (Models - 1));
    }

    [Fact]
    public void Load_FileReplacedMeanwhile_EachModelHasItsOwnWeights()
    {
        var (older, newer) = (new TinyModel(), new TinyModel(latentSize: 3));
        using var files = new TemporaryModel(older);
        using var first = Used(files);
        Directory.Delete(files.Folder, recursive: true);
        newer.Write(files.Folder);
        using var second = Used(files);
        var rows = older.Rows(5);

        Close.AssertEqual(older.Encode(rows), first.Encode(rows).Mean);
        Close.AssertEqual(newer.Encode(rows), second.Encode(rows).Mean);
    }

    [Fact]
    public void Load_UnreadableGraph_GivesTheWeightsBack()
    {
        using var files = new TemporaryModel(new TinyModel());
        var before = SharedWeights.FilesInUse;
        using var model = files.Load(new() { VerifyHashes = false });
        new OnnxFile("score").Weights(new("w", [6, 2], new float[12], 0)).Node("NoSuchOperation", "score", "x", "w")
            .Save(Path.Combine(files.Folder, "score.onnx"));

        Assert.ThrowsAny<Exception>(() => model.Score(files.Model.Rows(1)));
        Assert.Equal(before, SharedWeights.FilesInUse);
    }

    private static Autoencoder Used(TemporaryModel files)
    {
        var model = files.Load();
        var row = new float[model.InputSize];
        model.Decode(model.Encode(row).Mean);
        model.Reconstruct(row);
        model.Score(row);
        return model;
    }
}
