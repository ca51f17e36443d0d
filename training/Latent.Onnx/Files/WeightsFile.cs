using Google.Protobuf;
using Latent.Onnx.Schema;
using Latent.Onnx.Files;

namespace Latent.Onnx;

/// <summary>
/// A file of weights that several graphs share as ONNX external data: every weight once, by name, in the order of
/// first use. Offsets are aligned, so that the file can be mapped into memory.
/// </summary>
/// <param name="fileName">The name that the graphs refer to; the file lies beside them.</param>
public sealed class WeightsFile(string fileName)
{
    private readonly Dictionary<string, (long Offset, ByteString Data)> _entries = [];
    private readonly List<(long Offset, ByteString Data)> _order = [];
    private readonly ExternalLayout layout = new();

    /// <summary>The number of bytes that the file has, or will have.</summary>
    public long Length => layout.Length;

    /// <summary>Writes the weights beside the graphs. The file appears whole or not at all.</summary>
    /// <param name="folder">The folder that holds the graphs.</param>
    /// <exception cref="ExportException">The folder cannot be written.</exception>
    public void Save(string folder) => AtomicFile.Write(Path.Combine(folder, fileName), Write);

    // Axes, shapes, scales and numbers stay in the graph, where shape inference needs them.
    internal static bool Holds(string initializer) => !initializer.StartsWith(GraphBuilder.ConstantPrefix, StringComparison.Ordinal);

    internal void Take(TensorProto initializer)
    {
        var entry = Entry(initializer.Name, initializer.RawData);
        initializer.RawData = ByteString.Empty;
        ExternalLayout.Refer(initializer, fileName, entry.Offset, entry.Data.Length);
    }

    private (long Offset, ByteString Data) Entry(string name, ByteString data)
    {
        if (_entries.TryGetValue(name, out var known))
        {
            return known.Data.Equals(data)
                ? known
                : throw new ExportException($"Weight '{name}' has other values in another graph of '{fileName}'. Export all graphs of a model from the same weights.");
        }

        var offset = layout.Reserve(data.Length);
        _order.Add((offset, data));
        return _entries[name] = (offset, data);
    }

    private void Write(Stream stream)
    {
        foreach (var (offset, data) in _order)
        {
            stream.Position = offset;
            data.WriteTo(stream);
        }
    }
}
