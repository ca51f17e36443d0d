using System.Runtime.InteropServices;
using Latent.Bundles;
using Latent.Runtime.Tests.Models;

namespace Latent.Runtime.Tests;

public sealed class GraphSessionTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("latent-graph-").FullName;

    private string File => Path.Combine(root, "graph.onnx");

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void Run_FloatsAndIntegers_GivesBothBack()
    {
        new OnnxFile("step")
            .Input("x", OnnxFile.Float, "batch", 2).Input("token", OnnxFile.Int64, "batch")
            .Node("Add", "twice", "x", "x").Node("Add", "next", "token", "token")
            .Output("twice", OnnxFile.Float, "batch", 2).Output("next", OnnxFile.Int64, "batch")
            .Save(File);
        using var session = new GraphSession(File);

        var outputs = session.Run(NamedTensor.Create("token", [5L, 6], 2), NamedTensor.Create("x", [1f, 2, 3, 4], 2, 2));

        Assert.Equal(["x", "token"], session.InputNames);
        Assert.Equal(["twice", "next"], session.OutputNames);
        Assert.Equal("step", session.Metadata["latent.role"]);
        Assert.Equal(Device.Cpu, session.Device);
        Assert.Equal([2f, 4, 6, 8], outputs["twice"].Floats!);
        Assert.Equal([2L, 2], outputs["twice"].Shape);
        Assert.Equal([10L, 12], outputs["next"].Integers!);
    }

    [Fact]
    public void Run_WrongShape_NamesTheFile()
    {
        new OnnxFile("step").Input("x", OnnxFile.Float, "batch", 2).Node("Relu", "y", "x").Output("y", OnnxFile.Float, "batch", 2)
            .Save(File);
        using var session = new GraphSession(File);

        var exception = Assert.Throws<BundleException>(() => session.Run(NamedTensor.Create("x", [1f, 2, 3], 1, 3)));

        Assert.StartsWith(
            $"ONNX Runtime cannot run a graph.\nWhere: {File}\nExpected: a run without errors\nReceived: " +
            "Got invalid dimensions for input: x",
            exception.Message);
        Assert.Equal(5, exception.Message.Split('\n').Length);
    }

    [Fact]
    public void Over_AMatrixInMemory_TakesItFromThereAndTheRestFromTheFile()
    {
        new OnnxFile("sum")
            .Input("x", OnnxFile.Float, "batch", 2)
            .Weights(new("w", [2, 2], [1, 2, 3, 4], 0)).Weights(new("b", [2], [10, 20], 64))
            .Node("MatMul", "product", "x", "w").Node("Add", "y", "product", "b")
            .Output("y", OnnxFile.Float, "batch", 2)
            .Save(File);
        System.IO.File.WriteAllBytes(Path.Combine(root, "weights.bin"), [.. Bytes(1, 2, 3, 4), .. new byte[48], .. Bytes(10, 20)]);
        var values = GC.AllocateArray<float>(8, pinned: true);
        new float[] { 5, 6, 7, 8, 100, 200 }.CopyTo(values, 0);
        nint At(int element) => Marshal.UnsafeAddrOfPinnedArrayElement(values, element);
        using var session = GraphSession.Over(
            File,
            new Dictionary<string, MemoryTensor> { ["w"] = new(At(0), [2, 2]), ["b"] = new(At(4), [2]) });

        Assert.Equal([12 + 10, 14 + 20], session.Run(NamedTensor.Create("x", [1f, 1], 1, 2))["y"].Floats!);
        GC.KeepAlive(values);
    }

    [Fact]
    public void New_MissingFile_SaysSo() => Assert.Equal(
        $"""
        The graph file is missing.
        Where: {File}
        Expected: an .onnx file
        Received: nothing
        Fix: check the path.
        """,
        Assert.Throws<BundleException>(() => new GraphSession(File)).Message);

    [Theory]
    [InlineData("../secret.bin")]
    [InlineData("{root}/secret.bin")]
    public void New_WeightsOutsideTheFolder_AreRejected(string location)
    {
        System.IO.File.WriteAllBytes(Path.Combine(root, "secret.bin"), new byte[64]);
        var folder = Directory.CreateDirectory(Path.Combine(root, "model")).FullName;
        var weight = new Weight("w", [2], [0, 0], 0);
        var graph = new OnnxFile("step").Input("x", OnnxFile.Float, "batch", 2).Weights(weight, location.Replace("{root}", root))
            .Node("Add", "y", "x", "w").Output("y", OnnxFile.Float, "batch", 2);
        graph.Save(Path.Combine(folder, "graph.onnx"));

        var exception = Assert.Throws<BundleException>(() => new GraphSession(Path.Combine(folder, "graph.onnx")));

        Assert.StartsWith(
            $"A tensor of a graph cannot be loaded.\nWhere: {Path.Combine(folder, "graph.onnx")}\nExpected: " +
            "external data in a file beside the graph",
            exception.Message);
    }

    private static byte[] Bytes(params float[] values) => MemoryMarshal.AsBytes(values.AsSpan()).ToArray();
}
