using Latent.Onnx.Files;
using Latent.Tests;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Tests;

public sealed class OnnxModelTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly OnnxModel model;

    public OnnxModelTests()
    {
        manual_seed(1);
        using var layers = Sequential(("small", Linear(4, 3)), ("large", Linear(3, 2000)));
        model = OnnxExporter.Record(Evaluating.Create(layers), new GraphInput("x", new Shape(Dim.Batch, 4)));
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Load_OfWhatWasSaved_GivesTheSameModel()
    {
        model.Save(folder["model.onnx"]);

        Assert.Equal(model.ToString(), OnnxModel.Load(folder["model.onnx"]).ToString());
    }

    [Fact]
    public void Load_OfExternalWeights_EmbedsThem()
    {
        SaveExternal();

        Assert.Equal(model.ToString(), OnnxModel.Load(folder["model.onnx"]).ToString());
    }

    [Fact]
    public void Save_OfExternalWeights_AlignsThem()
    {
        SaveExternal();

        // small.weight 48 bytes and small.bias 12 on cache lines, large.weight 24,000 and large.bias 8,000 on pages.
        Assert.Equal(28672 + 8000, new FileInfo(folder["weights.bin"]).Length);
    }

    [Fact]
    public void Save_OfTwoGraphsWithDifferentWeightsOfOneName_IsRejected()
    {
        using var other = Sequential(("small", Linear(4, 3)));
        var weights = new WeightsFile("weights.bin");
        model.Save(folder["model.onnx"], weights);
        var second = OnnxExporter.Record(Evaluating.Create(other), new GraphInput("x", new Shape(Dim.Batch, 4)));

        var error = Assert.Throws<ExportException>(() => second.Save(folder["other.onnx"], weights));

        Assert.Equal(
            "Weight 'small.weight' has other values in another graph of 'weights.bin'. Export all graphs of a model from the same weights.",
            error.Message);
    }

    [Fact]
    public void Save_IntoAFolderThatIsNotThere_SaysSoAndLeavesNothing()
    {
        var path = folder["missing/model.onnx"];

        var error = Assert.Throws<ExportException>(() => model.Save(path));

        Assert.StartsWith($"'{path}' cannot be written: ", error.Message);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Load_OfGarbage_SaysItIsNoModel()
    {
        File.WriteAllBytes(folder["model.onnx"], [0xff, 0x00, 0x13]);

        var error = Assert.Throws<ExportException>(() => OnnxModel.Load(folder["model.onnx"]));

        Assert.StartsWith($"'{folder["model.onnx"]}' is not an ONNX model: ", error.Message);
    }

    [Fact]
    public void Load_WithTruncatedWeights_SaysSo()
    {
        SaveExternal();
        using (var file = File.OpenWrite(folder["weights.bin"]))
            file.SetLength(1000);

        var error = Assert.Throws<ExportException>(() => OnnxModel.Load(folder["model.onnx"]));

        Assert.EndsWith("which has 1000 bytes. The file is truncated or belongs to another model.", error.Message);
    }

    [Fact]
    public void Load_WithoutItsWeights_SaysWhatToCopy()
    {
        SaveExternal();
        File.Delete(folder["weights.bin"]);

        var error = Assert.Throws<ExportException>(() => OnnxModel.Load(folder["model.onnx"]));

        Assert.Equal(
            $"'{folder["model.onnx"]}' keeps its weights in 'weights.bin', which does not exist. Copy it into the same folder.",
            error.Message);
    }

    private void SaveExternal()
    {
        var weights = new WeightsFile("weights.bin");
        model.Save(folder["model.onnx"], weights);
        weights.Save(folder.Path);
    }
}
