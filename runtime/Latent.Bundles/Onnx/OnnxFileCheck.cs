using System.Text;

namespace Latent.Bundles;

/// <summary>
/// Checks the structure of an ONNX file before a native library reads it: every length lies within the file, the graph is a
/// plain list of nodes (no bodies of loops or branches, no functions), and every tensor has as many bytes as its shape requires,
/// in the file or in an external data file beside it.
/// </summary>
public sealed class OnnxFileCheck
{
    private const string Problem = "A graph is damaged or is not an ONNX file.";

    private readonly string path;
    private readonly OnnxTensorCheck tensors;
    private readonly List<ExternalTensor> external = [];
    private readonly OnnxMatrices matrices = new();

    private OnnxFileCheck(string path) => (this.path, tensors) = (path, new(path));

    /// <summary>Reads and checks a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The weights that are stored as external data.</returns>
    /// <exception cref="BundleException">The file cannot be read, or is not safe to pass to the library.</exception>
    public static IReadOnlyList<ExternalTensor> Check(string path)
    {
        var size = BundleFiles.SizeOf(path);
        if (size is 0 || size > Array.MaxLength)
            throw new BundleException(
                "A graph has an implausible size.",
                path,
                $"1 to {Array.MaxLength} bytes",
                $"{size} bytes",
                Fixes.CopyAgain);
        return Check(BundleFiles.Reading(path, () => File.ReadAllBytes(path)), path);
    }

    /// <summary>Checks the bytes of a file.</summary>
    /// <returns>The weights that are stored as external data.</returns>
    /// <exception cref="BundleException">The bytes are not safe to pass to the library.</exception>
    internal static IReadOnlyList<ExternalTensor> Check(ReadOnlySpan<byte> bytes, string path)
    {
        var check = new OnnxFileCheck(path);
        check.Model(bytes);
        return [.. check.external.Select(tensor => tensor with { IsMatrix = check.matrices.Contains(tensor.Name) })];
    }

    /// <summary>Creates a reader for a protobuf message of the file.</summary>
    internal static WireReader Reader(ReadOnlySpan<byte> bytes, string path) => new(bytes, path, Problem);

    private void Model(ReadOnlySpan<byte> bytes)
    {
        var graphs = 0;
        for (var reader = Reader(bytes, path); !reader.AtEnd;)
        {
            switch (reader.Tag())
            {
                case (OnnxField.ModelGraph, WireType.Bytes):
                    graphs++;
                    Graph(reader.Bytes());
                    break;
                case (OnnxField.ModelFunctions, _):
                    throw Rejected("model-local functions");
                case (OnnxField.ModelTrainingInfo, _):
                    throw Rejected("training graphs");
                case var (_, type):
                    reader.Skip(type);
                    break;
            }
        }

        // A parser would merge a second graph into the first.
        if (graphs != 1)
            throw Wrong("one graph", $"{graphs}");
    }

    private void Graph(ReadOnlySpan<byte> bytes)
    {
        for (var reader = Reader(bytes, path); !reader.AtEnd;)
        {
            switch (reader.Tag())
            {
                case (OnnxField.GraphNode, WireType.Bytes):
                    Node(reader.Bytes());
                    break;
                case (OnnxField.GraphInitializer, WireType.Bytes):
                    if (tensors.Check(reader.Bytes()) is { } outside)
                        external.Add(outside);
                    break;
                case (OnnxField.GraphSparseInitializer, _):
                    throw Rejected("sparse tensors");
                case var (_, type):
                    reader.Skip(type);
                    break;
            }
        }
    }

    private void Node(ReadOnlySpan<byte> bytes)
    {
        var (inputs, operatorType) = (new List<string>(), "");
        for (var reader = Reader(bytes, path); !reader.AtEnd;)
        {
            switch (reader.Tag())
            {
                case (OnnxField.NodeInput, WireType.Bytes):
                    inputs.Add(Encoding.UTF8.GetString(reader.Bytes()));
                    break;
                case (OnnxField.NodeOperation, WireType.Bytes):
                    operatorType = Encoding.UTF8.GetString(reader.Bytes());
                    break;
                case (OnnxField.NodeAttribute, WireType.Bytes):
                    Attribute(reader.Bytes());
                    break;
                case var (_, type):
                    reader.Skip(type);
                    break;
            }
        }

        matrices.Add(operatorType, inputs);
    }

    private void Attribute(ReadOnlySpan<byte> bytes)
    {
        var single = 0;
        for (var reader = Reader(bytes, path); !reader.AtEnd;)
        {
            switch (reader.Tag())
            {
                // A parser would merge a second tensor into the first.
                case (OnnxField.AttributeTensor, WireType.Bytes) when ++single > 1:
                    throw Rejected("an attribute with two values");
                case (OnnxField.AttributeTensor or OnnxField.AttributeTensors, WireType.Bytes):
                    tensors.Check(reader.Bytes());
                    break;
                case (OnnxField.AttributeGraph or OnnxField.AttributeGraphs, _):
                    throw Rejected("bodies of loops or branches");
                case (OnnxField.AttributeSparseTensor or OnnxField.AttributeSparseTensors, _):
                    throw Rejected("sparse tensors");
                case var (_, type):
                    reader.Skip(type);
                    break;
            }
        }
    }

    private BundleException Rejected(string received) => Wrong("a plain list of nodes over tensors", received);

    private BundleException Wrong(string expected, string received) =>
        new(
            "A graph has a form that is not supported.", path, expected, received,
            "export the model with Latent, or convert the graph to plain nodes.");
}
