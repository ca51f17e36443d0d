using Google.Protobuf;
using Latent.Onnx.Schema;
using Latent.Runtime;

namespace Latent.Onnx.Files;

/// <summary>
/// Writes a model whose weights are read while they are written: protobuf needs the length of each part before the part,
/// and the lengths are known without the bytes.
/// </summary>
/// <param name="model">The model; its deferred initializers have no data.</param>
/// <param name="weights">The data of the deferred initializers, by name.</param>
internal sealed class ModelFile(ModelProto model, IReadOnlyDictionary<string, WeightSource> weights)
{
    private const byte ModelGraph = (7 << 3) | 2;
    private const byte GraphInitializer = (5 << 3) | 2;
    private const byte TensorRawData = (9 << 3) | 2;

    private readonly GraphProto graph = model.Graph;

    /// <summary>The number of nodes.</summary>
    public int Nodes => graph.Node.Count;

    /// <summary>The number of initializers, constants included.</summary>
    public int Initializers => graph.Initializer.Count;

    /// <summary>The number of bytes of the deferred weights.</summary>
    public long WeightBytes => weights.Values.Sum(weight => weight.Length);

    /// <summary>The number of bytes of the file with its weights inside.</summary>
    public long Length => Front.CalculateSize() + 1L + LengthOf(GraphLength) + GraphLength + Back.CalculateSize();

    private IEnumerable<(string Name, WeightSource Weight)> WeightsInOrder => graph.Initializer
        .Where(tensor => weights.ContainsKey(tensor.Name))
        .Select(tensor => (tensor.Name, weights[tensor.Name]));

    private ModelProto Front
    {
        get
        {
            var front = new ModelProto(Shell);
            front.OpsetImport.Clear();
            front.MetadataProps.Clear();
            return front;
        }
    }

    private ModelProto Back => new() { OpsetImport = { model.OpsetImport }, MetadataProps = { model.MetadataProps } };

    private ModelProto Shell =>
        new() { IrVersion = model.IrVersion, ProducerName = model.ProducerName, ProducerVersion = model.ProducerVersion };

    private GraphProto GraphFront => new() { Node = { graph.Node }, Name = graph.Name };

    private GraphProto GraphBack => new() { Input = { graph.Input }, Output = { graph.Output } };

    private long GraphLength =>
        GraphFront.CalculateSize() + graph.Initializer.Sum(
            tensor => 1 + LengthOf(LengthOf(tensor)) + LengthOf(tensor)) + GraphBack.CalculateSize();

    /// <summary>Writes the model with its weights inside; the bytes are the same as protobuf's own.</summary>
    /// <returns>The offset of each weight.</returns>
    public IReadOnlyDictionary<string, long> Write(Stream stream, CancellationToken cancellation)
    {
        var offsets = new Dictionary<string, long>();
        Front.WriteTo(stream);
        WriteHead(stream, ModelGraph, GraphLength);
        GraphFront.WriteTo(stream);
        foreach (var tensor in graph.Initializer)
            Write(stream, tensor, offsets, cancellation);
        GraphBack.WriteTo(stream);
        Back.WriteTo(stream);
        return offsets;
    }

    /// <summary>Writes the model with its weights in a file beside it.</summary>
    /// <param name="stream">The model's file.</param>
    /// <param name="data">The weights' file.</param>
    /// <param name="dataName">The file name that the model refers to.</param>
    /// <param name="cancellation">Ends the writing.</param>
    /// <returns>The offset of each weight in the weights' file.</returns>
    public IReadOnlyDictionary<string, long> Write(Stream stream, Stream data, string dataName, CancellationToken cancellation)
    {
        var offsets = new Dictionary<string, long>();
        var layout = new ExternalLayout();
        foreach (var (name, weight) in WeightsInOrder)
        {
            var offset = offsets[name] = layout.Reserve(weight.Length);
            data.Write(new byte[offset - data.Position]);
            weight.WriteTo(data, cancellation);
        }

        WriteLean(stream, dataName, offsets);
        return offsets;
    }

    /// <summary>Writes the model without its weights, which are in a file beside it.</summary>
    /// <param name="stream">The model's file.</param>
    /// <param name="dataName">The name of the file with the weights.</param>
    /// <param name="offsets">The offset of each weight in that file.</param>
    public void WriteLean(Stream stream, string dataName, IReadOnlyDictionary<string, long> offsets)
    {
        var lean = model.Clone();
        foreach (var tensor in lean.Graph.Initializer)
        {
            if (offsets.TryGetValue(tensor.Name, out var offset))
                ExternalLayout.Refer(tensor, dataName, offset, weights[tensor.Name].Length);
        }

        lean.WriteTo(stream);
    }

    /// <summary>Reads back the written weights and compares them with the model.</summary>
    /// <param name="data">The file that holds the weights.</param>
    /// <param name="offsets">The offset of each weight in it.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="ExportException">Its bytes differ from the model's.</exception>
    public void Check(Stream data, IReadOnlyDictionary<string, long> offsets, CancellationToken cancellation)
    {
        foreach (var (name, offset) in offsets)
        {
            data.Position = offset;
            weights[name].Check(data, cancellation);
        }
    }

    /// <summary>The weights whose memory ONNX Runtime can use directly, by name.</summary>
    public IEnumerable<(string Name, MemoryTensor Tensor)> Shared()
    {
        foreach (var (name, weight) in WeightsInOrder)
        {
            if (weight.Share() is { } value)
                yield return (name, value);
        }
    }

    private static void WriteHead(Stream stream, byte tag, long length)
    {
        stream.WriteByte(tag);
        for (; length >= 0x80; length >>= 7)
            stream.WriteByte((byte)(length | 0x80));
        stream.WriteByte((byte)length);
    }

    // Protobuf's varint: seven bits per byte.
    private static long LengthOf(long number)
    {
        var bytes = 1L;
        for (; number >= 0x80; number >>= 7)
            bytes++;
        return bytes;
    }

    private void Write(Stream stream, TensorProto tensor, Dictionary<string, long> offsets, CancellationToken cancellation)
    {
        WriteHead(stream, GraphInitializer, LengthOf(tensor));
        tensor.WriteTo(stream);
        if (!weights.TryGetValue(tensor.Name, out var weight) || weight.Length == 0)
            return;
        WriteHead(stream, TensorRawData, weight.Length);
        offsets[tensor.Name] = stream.Position;
        weight.WriteTo(stream, cancellation);
    }

    private long LengthOf(TensorProto tensor)
    {
        long lean = tensor.CalculateSize();
        return weights.TryGetValue(tensor.Name, out var weight) && weight.Length > 0
            ? lean + 1 + LengthOf(weight.Length) + weight.Length
            : lean;
    }
}
