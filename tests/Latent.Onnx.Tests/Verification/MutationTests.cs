using Google.Protobuf;
using Latent.Onnx.Schema;
using Latent.Tests;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Latent.Onnx.Tests.Verification;

/// <summary>The comparison detects common export errors: each graph is corrupted in one of those ways, and does not pass.</summary>
public sealed class MutationTests : IDisposable
{
    private const int Seed = 12;

    private static readonly Inputs Sequences = Inputs.Create(("x", [Dim.Sequence, Dim.Batch, 3]));
    private static readonly Inputs Images = Inputs.Create(("x", [Dim.Batch, 2, 7, 7]));

    private static readonly Dictionary<string, (Func<Module> Make, Inputs Inputs, Action<GraphProto> Spoil)> Mistakes = new()
    {
        ["order of LSTM gates"] = (() => LSTM(3, 4), Sequences, graph => Swap(graph, "W_l0", 0, 1, parts: 4)),
        ["order of GRU gates"] = (() => GRU(3, 4), Sequences, graph => Swap(graph, "R_l0", 0, 1, parts: 3)),
        ["linear_before_reset"] = (() => GRU(3, 4), Sequences, graph => Attribute(graph, "linear_before_reset").I = 0),
        ["nonlinearity of an RNN"] = (
            () => RNN(3, 4), Sequences, graph => Attribute(graph, "activations").Strings[0] = ByteString.CopyFromUtf8("Relu")),
        ["order of directions"] = (() => GRU(3, 4, bidirectional: true), Sequences, graph => Swap(graph, "W_l0", 0, 1, parts: 2)),
        ["order of directions of states"] = (() => GRU(3, 4, bidirectional: true), Sequences.And("h", [2, Dim.Batch, 4]), SwapStates),
        ["axes of a layer norm"] = (() => LayerNorm([7, 7]), Images, graph => Attribute(graph, "axis").I = -1),
        ["padding counted in a mean"] = (
            () => AvgPool2d(3, stride: 2, padding: 1, count_include_pad: false),
            Images,
            graph => Attribute(graph, "count_include_pad").I = 1),
        ["output padding"] = (
            () => ConvTranspose2d(2, 3, 3, stride: 2, padding: 1, output_padding: 1),
            Images,
            graph => Attribute(graph, "output_padding").Ints[0] = 0),
    };

    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Names() => [.. Mistakes.Keys];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void Verify_OfAGraphWithAMistake_FindsIt(string name)
    {
        manual_seed(Seed);
        var (make, inputs, spoil) = Mistakes[name];
        using var model = make();
        model.eval();
        var path = folder["model.onnx"];
        OnnxExporter.Export(model, path, inputs);
        var file = OnnxModel.Load(path);
        spoil(file.Graph);
        file.Save(path);

        Assert.False(OnnxExporter.Verify(model, path, Array.Empty<IReadOnlyList<Tensor>>()).Agrees);
    }

    private static AttributeProto Attribute(GraphProto graph, string name) =>
        graph.Node.SelectMany(node => node.Attribute).Single(attribute => attribute.Name == name);

    private static void Swap(GraphProto graph, string weight, int a, int b, int parts)
    {
        var tensor = graph.Initializer.Single(initializer => initializer.Name == weight);
        var chunks = tensor.RawData.ToByteArray().Chunk(tensor.RawData.Length / parts).ToArray();
        (chunks[a], chunks[b]) = (chunks[b], chunks[a]);
        tensor.RawData = ByteString.CopyFrom([.. chunks.SelectMany(chunk => chunk)]);
    }

    // The first states pass through a Gather that swaps the directions.
    private static void SwapStates(GraphProto graph)
    {
        var gru = graph.Node.Single(node => node.OpType == "GRU");
        var order = new TensorProto
        {
            Name = "exchanged",
            DataType = (int)ElementType.Int64,
            Dims = { 2 },
            RawData = ByteString.CopyFrom([.. BitConverter.GetBytes(1L), .. BitConverter.GetBytes(0L)]),
        };
        graph.Initializer.Add(order);
        graph.Node.Insert(
            graph.Node.IndexOf(gru),
            new NodeProto { Name = "exchange", OpType = "Gather", Input = { gru.Input[5], order.Name }, Output = { "exchange" } });
        gru.Input[5] = "exchange";
    }
}
