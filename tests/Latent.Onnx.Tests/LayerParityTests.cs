using Latent.Tests;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Tests;

/// <summary>Every row of the parity table agrees with TorchSharp in ONNX Runtime, at every operator set.</summary>
public sealed class LayerParityTests
{
    private const int Seed = 20;

    [Theory]
    [MemberData(nameof(ParityTable.AtEveryOpset), MemberType = typeof(ParityTable))]
    public void Export_OfALayer_AgreesWithTorchSharp(ParityRow row, int opset)
    {
        manual_seed(Seed);
        using var layer = row.Make();
        layer.eval();
        if (row.Defect is { } defect && defect.IsPresent())
        {
            Assert.Contains(defect.Rejection, Rejection(layer, row.Row, opset));
            return;
        }

        Parity.Check(layer, row.Row, opset, row.Tolerance);
    }

    [Theory]
    [MemberData(nameof(ParityTable.Each), MemberType = typeof(ParityTable))]
    public void Export_OfALayerToAFile_AgreesWithItsWeightsBeside(ParityRow row)
    {
        if (row.Defect is { } defect && defect.IsPresent())
            return;

        manual_seed(Seed);
        using var folder = new TemporaryFolder();
        using var layer = row.Make();
        layer.eval();
        var path = folder["model.onnx"];
        Shape shape = [Dim.Batch, .. row.Row.Select(extent => (Dim)extent)];

        var parity = new ParityOptions { Tolerance = row.Tolerance };
        var options = new ExportOptions { Weights = WeightPlacement.External, SharingFrom = 0, Parity = parity };
        OnnxExporter.Export(layer, path, Inputs.Create(("x", shape)), options);

        Assert.True(
            OnnxExporter.Verify(
                layer,
                path,
                [randn([2, .. row.Row])],
                new ExportOptions { Parity = new ParityOptions { Tolerance = row.Tolerance } }).Agrees);
    }

    private static string Rejection(Module<Tensor, Tensor> layer, long[] row, int opset)
    {
        using var folder = new TemporaryFolder();
        Shape shape = [Dim.Batch, .. row.Select(extent => (Dim)extent)];
        var error = Assert.ThrowsAny<ExportException>(
            () => OnnxExporter.Export(layer, folder["model.onnx"], Inputs.Create(("x", shape)), new ExportOptions { Opset = opset }));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
        return error.Message;
    }
}
