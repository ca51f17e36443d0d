using Latent.Bundles;
using Latent.Runtime;
using Latent.Tests;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Tests;

/// <summary>Runs a module in TorchSharp and, recorded, in ONNX Runtime, and compares.</summary>
internal static class Parity
{
    private static readonly long[] BatchSizes = [1, 3, 8];

    public static void Check(Module<Tensor, Tensor> module, long[] row, int opset, double tolerance)
    {
        using var folder = new TemporaryFolder();
        var path = folder["model.onnx"];
        var declared = Export(module, row, opset, path);
        using var session = new GraphSession(path);
        foreach (var batch in BatchSizes)
            Compare(module, session, [batch, .. row], declared, tolerance);
    }

    private static Shape Export(Module<Tensor, Tensor> module, long[] row, int opset, string path)
    {
        Shape? declared = null;
        var input = new GraphInput("x", new Shape([Dim.Batch, .. row.Select(extent => (Dim)extent)]));
        OnnxExporter.Record(
            Evaluating.Create(module),
            [input],
            values =>
            {
                var y = values[0].Apply(module);
                declared = y.Shape;
                return [("y", y)];
            },
            new ExportOptions { Opset = opset }).Save(path);
        return declared!;
    }

    private static void Compare(Module<Tensor, Tensor> module, GraphSession session, long[] shape, Shape declared, double tolerance)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var x = randn(shape);
        var expected = module.call(x).contiguous();
        var received = session.Run(NamedTensor.Create("x", x.data<float>().ToArray(), shape))["y"];

        Assert.Equal(expected.shape, received.Shape);
        Assert.Equal(expected.shape, declared.Select(dim => dim == Dim.Batch ? shape[0] : dim.Extent ?? -1));
        foreach (var (wanted, got) in expected.data<float>().ToArray().Zip(received.Floats!))
            Assert.InRange(got, wanted - (tolerance * Math.Max(1, Math.Abs(wanted))), wanted + (tolerance * Math.Max(1, Math.Abs(wanted))));
    }
}
