using Google.Protobuf;
using Latent.Onnx.Schema;

namespace Latent.Onnx.Files;

/// <summary>
/// A file of weights that several graphs share as ONNX external data: every weight once, by name, in the order of
/// first use. Offsets are aligned, so that the file can be mapped into memory.
/// </summary>
/// <param name="fileName">The name that the graphs refer to; the file lies beside them.</param>
internal sealed class WeightsFile(string fileName)
{
    private readonly Dictionary<string, Entry> entries = [];
    private readonly List<Entry> order = [];
    private readonly ExternalLayout layout = new();

    /// <summary>The number of bytes that the file has, or will have.</summary>
    public long Length => layout.Length;

    /// <summary>
    /// Whether a weight goes into the file: axes, shapes, scales and numbers stay in the graph, where shape inference needs them.
    /// </summary>
    public static bool Holds(string initializer) => !initializer.StartsWith(GraphBuilder.ConstantPrefix, StringComparison.Ordinal);

    /// <summary>Moves a weight from its graph into the file.</summary>
    /// <param name="initializer">The weight in its graph.</param>
    /// <param name="source">Reads the weight when the file is written; null where the graph holds its data.</param>
    /// <exception cref="ExportException">Another graph has other data under the same name.</exception>
    public void Take(TensorProto initializer, WeightSource? source = null)
    {
        var entry = EntryOf(initializer, source);
        initializer.RawData = ByteString.Empty;
        ExternalLayout.Refer(initializer, fileName, entry.Offset, entry.Length);
    }

    /// <summary>Writes the weights beside the graphs. The file appears whole or not at all.</summary>
    /// <param name="folder">The folder that holds the graphs.</param>
    /// <exception cref="ExportException">The folder cannot be written.</exception>
    public void Save(string folder) => AtomicFile.Write(Path.Combine(folder, fileName), stream => Write(stream, CancellationToken.None));

    /// <summary>Writes the weights.</summary>
    /// <param name="stream">An empty stream.</param>
    /// <param name="cancellation">Ends the writing.</param>
    public void Write(Stream stream, CancellationToken cancellation)
    {
        foreach (var entry in order)
        {
            stream.Write(new byte[entry.Offset - stream.Position]);
            if (entry.Source is { } source)
                source.WriteTo(stream, cancellation);
            else
                entry.Data.WriteTo(stream);
        }
    }

    /// <summary>Compares a written file with the weights that were read from the model.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="cancellation">Ends the comparison.</param>
    /// <exception cref="ExportException">It holds other bytes.</exception>
    public void Check(Stream stream, CancellationToken cancellation)
    {
        foreach (var entry in order)
        {
            stream.Position = entry.Offset;
            entry.Source?.Check(stream, cancellation);
        }
    }

    private Entry EntryOf(TensorProto initializer, WeightSource? source)
    {
        if (entries.TryGetValue(initializer.Name, out var known))
        {
            return known.Data.Equals(initializer.RawData) && known.Length == LengthOf(initializer, source)
                ? known
                : throw new ExportException(
                    $"Weight '{initializer.Name}' has other values in another graph of '{fileName}'. " +
                    "Export all graphs of a model from the same weights.");
        }

        var length = LengthOf(initializer, source);
        var entry = new Entry(layout.Reserve(length), length, initializer.RawData, source);
        order.Add(entry);
        return entries[initializer.Name] = entry;
    }

    private static long LengthOf(TensorProto initializer, WeightSource? source) => source?.Length ?? initializer.RawData.Length;

    private sealed record Entry(long Offset, long Length, ByteString Data, WeightSource? Source);
}
