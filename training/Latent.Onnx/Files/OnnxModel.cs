using Google.Protobuf;
using Latent.Onnx.Files;
using Latent.Onnx.Schema;

namespace Latent.Onnx;

/// <summary>An ONNX model in memory, to inspect or save.</summary>
public sealed class OnnxModel
{
    private readonly ModelProto proto;

    internal OnnxModel(ModelProto proto) => this.proto = proto;

    /// <summary>Reads a model; weights in an external file beside it are read too, so that saving gives a single file.</summary>
    /// <param name="path">An <c>.onnx</c> file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="ExportException">The file is not an ONNX model, or its external data leaves its folder or is too short.</exception>
    public static OnnxModel Load(string path)
    {
        var proto = Parse(path);
        using var external = new ExternalDataReader(path);
        foreach (var initializer in proto.Graph.Initializer)
            external.Embed(initializer);
        return new OnnxModel(proto);
    }

    /// <summary>Saves the model as a single file, weights inside. The file appears whole or not at all.</summary>
    /// <param name="path">The file to write; an existing one is replaced.</param>
    /// <exception cref="ExportException">The path cannot be written.</exception>
    public void Save(string path) => AtomicFile.Write(path, stream => proto.WriteTo(stream));

    /// <summary>Saves the model with its weights in a file shared with other graphs of the same model.</summary>
    /// <param name="path">The file to write; an existing one is replaced.</param>
    /// <param name="weights">Collects the weights; it is saved by its own <see cref="WeightsFile.Save"/>.</param>
    /// <exception cref="ExportException">The path cannot be written, or another graph has other values for a weight of the same
    /// name.</exception>
    internal void Save(string path, WeightsFile weights)
    {
        var lean = proto.Clone();
        foreach (var initializer in lean.Graph.Initializer.Where(initializer => WeightsFile.Holds(initializer.Name)))
            weights.Take(initializer);
        AtomicFile.Write(path, stream => lean.WriteTo(stream));
    }

    /// <summary>The graph as stable text: weights by shape and hash, nodes in order (for golden tests and for people).</summary>
    public override string ToString() => OnnxText.Format(proto);

    /// <summary>The nodes, initializers, inputs and outputs.</summary>
    internal GraphProto Graph => proto.Graph;

    /// <summary>The declared inputs of a file; each unnamed dimension gets its own symbol.</summary>
    internal static IReadOnlyList<GraphInput> InputsOf(string path)
    {
        var graph = Parse(path).Graph;
        var weights = graph.Initializer.Select(initializer => initializer.Name).ToHashSet();
        return [.. graph.Input.Where(input => !weights.Contains(input.Name)).Select(ValueInfo.Read)];
    }

    /// <summary>A copy with more of its edges as outputs.</summary>
    internal OnnxModel WithOutputs(IEnumerable<(string Edge, ElementType Type)> edges)
    {
        var more = proto.Clone();
        foreach (var (edge, type) in edges.Where(entry => more.Graph.Output.All(output => output.Name != entry.Edge)))
            more.Graph.Output.Add(ValueInfo.Create(edge, type));
        return new OnnxModel(more);
    }

    private static ModelProto Parse(string path)
    {
        using var stream = File.OpenRead(path);
        try
        {
            var proto = ModelProto.Parser.ParseFrom(stream);
            return proto.Graph is not null && proto.OpsetImport.Count > 0
                ? proto
                : throw new ExportException(
                    $"'{path}' is not an ONNX model: it has no graph or no operator set. Expected a file written by an ONNX exporter.");
        }
        catch (InvalidProtocolBufferException exception)
        {
            throw new ExportException(
                $"'{path}' is not an ONNX model: {exception.Message} Expected a file written by an ONNX exporter.", exception);
        }
    }
}
