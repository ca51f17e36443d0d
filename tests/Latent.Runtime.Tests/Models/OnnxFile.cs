using System.Globalization;
using System.Runtime.InteropServices;

namespace Latent.Runtime.Tests.Models;

/// <summary>A writer of small ONNX graphs with external weights: covers what the models of these tests need.</summary>
public sealed class OnnxFile(string name)
{
    public const int Float = 1;
    public const int Int64 = 7;

    private const long IrVersion = 8;
    private const long Opset = 17;

    private readonly ProtoMessage graph = new ProtoMessage().Text(2, name);

    public OnnxFile Input(string tensor, int type, params object[] shape) => Port(11, tensor, type, shape);

    public OnnxFile Output(string tensor, int type, params object[] shape) => Port(12, tensor, type, shape);

    /// <summary>Adds an initializer stored at an offset of an external file.</summary>
    public OnnxFile Weights(Weight weight, string file = "weights.bin")
    {
        var tensor = new ProtoMessage();
        foreach (var size in weight.Shape)
            tensor.Number(1, size);
        tensor.Number(2, Float).Text(8, weight.Name);
        tensor.Message(13, Entry("location", file)).Message(13, Entry("offset", $"{weight.Offset}"))
            .Message(13, Entry("length", $"{weight.Values.Length * sizeof(float)}"));
        graph.Message(5, tensor.Number(14, 1));
        return this;
    }

    /// <summary>Adds an initializer stored in the graph itself.</summary>
    public OnnxFile InlineWeights(Weight weight)
    {
        var tensor = new ProtoMessage();
        foreach (var size in weight.Shape)
            tensor.Number(1, size);
        graph.Message(5, tensor.Number(2, Float).Text(8, weight.Name).Bytes(9, MemoryMarshal.AsBytes(weight.Values.AsSpan()).ToArray()));
        return this;
    }

    /// <summary>Adds any field to the graph.</summary>
    public OnnxFile Field(int field, ProtoMessage message)
    {
        graph.Message(field, message);
        return this;
    }

    public OnnxFile Node(string operation, string output, params string[] inputs) => Node(operation, output, inputs, []);

    /// <summary>Adds a mean over the second dimension.</summary>
    public OnnxFile ReduceMean(string output, string input) => Node("ReduceMean", output, [input],
    [
        new ProtoMessage().Text(1, "axes").Number(8, 1).Number(20, 7),
        new ProtoMessage().Text(1, "keepdims").Number(3, 0).Number(20, 2),
    ]);

    /// <summary>Adds a concatenation of the rows of two tensors.</summary>
    public OnnxFile ConcatRows(string output, string first, string second) =>
        Node("Concat", output, [first, second], [new ProtoMessage().Text(1, "axis").Number(3, 0).Number(20, 2)]);

    public void Save(string path) => File.WriteAllBytes(path, ToArray());

    /// <summary>Serializes the file, optionally with an additional model field at the end.</summary>
    public byte[] ToArray(int field = 0, ProtoMessage? message = null)
        => (message is null ? Model() : Model().Message(field, message)).ToArray();

    private ProtoMessage Model() => new ProtoMessage()
        .Number(1, IrVersion)
        .Text(2, "tests")
        .Message(7, graph)
        .Message(8, new ProtoMessage().Text(1, "").Number(2, Opset))
        .Message(14, Entry("latent.role", name));

    private OnnxFile Node(string operation, string output, string[] inputs, ProtoMessage[] attributes)
    {
        var node = new ProtoMessage();
        foreach (var input in inputs)
            node.Text(1, input);
        node.Text(2, output).Text(4, operation);
        foreach (var attribute in attributes)
            node.Message(5, attribute);
        graph.Message(1, node);
        return this;
    }

    private OnnxFile Port(int field, string tensor, int type, object[] shape)
    {
        var sizes = new ProtoMessage();
        foreach (var size in shape)
            sizes.Message(
                1,
                size is string symbol ? new ProtoMessage().Text(2, symbol) : new ProtoMessage().Number(1, Convert.ToInt64(size, CultureInfo.InvariantCulture)));
        var tensorType = new ProtoMessage().Number(1, type).Message(2, sizes);
        graph.Message(field, new ProtoMessage().Text(1, tensor).Message(2, new ProtoMessage().Message(1, tensorType)));
        return this;
    }

    private static ProtoMessage Entry(string key, string value) => new ProtoMessage().Text(1, key).Text(2, value);
}
