using Latent.Bundles;
using Latent.Runtime.Tests.Models;

namespace Latent.Runtime.Tests;

/// <summary>The checks of a graph file before ONNX Runtime reads it.</summary>
public sealed class GraphFileTests : IDisposable
{
    private const int ModelFunctions = 25;
    private const int NodeAttribute = 5;
    private const int AttributeGraph = 6;
    private const int Initializer = 5;

    private static readonly Weight Numbers = new("w", [2, 2], [1, 2, 3, 4], 0);

    private readonly string folder = Directory.CreateTempSubdirectory("latent-graph-").FullName;

    private string Graph => Path.Combine(folder, "graph.onnx");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Load_WeightsInTheGraph_Runs()
    {
        MatMul().InlineWeights(Numbers).Save(Graph);

        using var session = new GraphSession(Graph);

        Assert.Equal([7, 10], session.Run(NamedTensor.Create("x", [1f, 2], 1, 2))["y"].Floats!);
    }

    [Fact]
    public void Load_EmptyFile_IsRejected()
    {
        File.WriteAllBytes(Graph, []);

        AssertRejected("A graph has an implausible size.", "0 bytes");
    }

    [Fact]
    public void Load_NoProtobuf_IsRejected()
    {
        File.WriteAllText(Graph, "<html>");

        AssertRejected("A graph is damaged or is not an ONNX file.", "bytes that do not fit");
    }

    [Fact]
    public void Load_FunctionsOfItsOwn_AreRejected()
    {
        File.WriteAllBytes(Graph, MatMul().InlineWeights(Numbers).ToArray(ModelFunctions, new ProtoMessage().Text(1, "f")));

        AssertRejected("A graph has a form that is not supported.", "model-local functions");
    }

    [Fact]
    public void Load_BodyOfALoop_IsRejected()
    {
        var loop = new ProtoMessage().Text(2, "y").Text(4, "Loop")
            .Message(NodeAttribute, new ProtoMessage().Text(1, "body").Message(AttributeGraph, new ProtoMessage()));
        MatMul().InlineWeights(Numbers).Field(1, loop).Save(Graph);

        AssertRejected("A graph has a form that is not supported.", "bodies of loops or branches");
    }

    [Theory]
    [InlineData("../secret.bin", "'../secret.bin'")]
    [InlineData("/etc/passwd", "'/etc/passwd'")]
    [InlineData("", "''")]
    public void Load_WeightsOutsideTheFolder_AreRejected(string file, string received)
    {
        MatMul().Weights(Numbers, file).Save(Graph);

        AssertRejected("A tensor of a graph cannot be loaded.", received);
    }

    [Fact]
    public void Load_WeightsBehindALinkOut_AreRejected()
    {
        File.CreateSymbolicLink(Path.Combine(folder, "weights.bin"), "/etc/passwd");
        MatMul().Weights(Numbers).Save(Graph);

        AssertRejected("A file of the bundle is a link that points outside the bundle's folder.", "a link to /etc/passwd");
    }

    [Fact]
    public void Load_WeightsBeyondTheEndOfTheirFile_AreRejected()
    {
        File.WriteAllBytes(Path.Combine(folder, "weights.bin"), new byte[15]);
        MatMul().Weights(Numbers).Save(Graph);

        AssertRejected("A tensor of a graph cannot be loaded.", "16 bytes from offset 0");
    }

    [Fact]
    public void Load_TensorThatPromisesMoreThanItHolds_IsRejected()
    {
        MatMul().Field(Initializer, new ProtoMessage().Number(1, 1 << 30).Number(2, OnnxFile.Float).Text(8, "w")).Save(Graph);

        AssertRejected("A tensor of a graph cannot be loaded.", "fewer");
    }

    [Theory]
    [InlineData(8)]
    [InlineData(999)]
    public void Load_TensorOfNoNumbers_IsRejected(int type)
    {
        MatMul().Field(Initializer, new ProtoMessage().Number(1, 1).Number(2, type).Text(8, "w")).Save(Graph);

        AssertRejected("A tensor of a graph cannot be loaded.", $"element type {type}");
    }

    private static OnnxFile MatMul() => new OnnxFile("graph")
        .Input("x", OnnxFile.Float, "batch", 2).Node("MatMul", "y", "x", "w").Output("y", OnnxFile.Float, "batch", 2);

    private void AssertRejected(string problem, string received)
    {
        var message = Assert.Throws<BundleException>(() => new GraphSession(Graph)).Message;

        Assert.StartsWith(problem, message);
        Assert.Contains(received, message[message.IndexOf("Received: ", StringComparison.Ordinal)..]);
    }
}
