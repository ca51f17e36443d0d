using System.Globalization;
using Google.Protobuf;
using Latent.Onnx.Schema;

namespace Latent.Onnx;

/// <summary>Reads external weights of a graph into the graph.</summary>
internal sealed class ExternalDataReader(string graphPath) : IDisposable
{
    private readonly Dictionary<string, FileStream> files = [];

    public void Embed(TensorProto initializer)
    {
        if (initializer.DataLocation != TensorProto.Types.DataLocation.External)
            return;

        var file = Open(Entry(initializer, "location"));
        var offset = Number(initializer, "offset");
        var length = Number(initializer, "length");
        if (offset > file.Length || length > file.Length - offset || length > int.MaxValue)
            throw new ExportException(
                $"Weight '{initializer.Name}' of '{graphPath}' lies at {offset} to {offset + length} of '{file.Name}', which has " +
                $"{file.Length} bytes. The file is truncated or belongs to another model.");

        var data = new byte[length];
        file.Position = offset;
        file.ReadExactly(data);
        initializer.RawData = UnsafeByteOperations.UnsafeWrap(data);
        initializer.DataLocation = TensorProto.Types.DataLocation.Default;
        initializer.ExternalData.Clear();
    }

    public void Dispose()
    {
        foreach (var file in files.Values)
            file.Dispose();
    }

    private FileStream Open(string name)
    {
        if (files.TryGetValue(name, out var known))
            return known;
        if (name.Length == 0 || name is "." or ".." || Path.GetFileName(name) != name)
            throw new ExportException($"'{graphPath}' keeps weights in '{name}'. Expected a plain file name in the folder of the graph.");

        var path = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(graphPath))!, name);
        return File.Exists(path)
            ? files[name] = File.OpenRead(path)
            : throw new ExportException(
                $"'{graphPath}' keeps its weights in '{name}', which does not exist. Copy it into the same folder.");
    }

    private string Entry(TensorProto initializer, string key) =>
        initializer.ExternalData.FirstOrDefault(entry => entry.Key == key)?.Value
            ?? throw new ExportException($"Weight '{initializer.Name}' of '{graphPath}' is external and has no {key}.");

    private long Number(TensorProto initializer, string key)
    {
        var text = Entry(initializer, key);
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new ExportException(
                $"Weight '{initializer.Name}' of '{graphPath}' has the {key} '{text}'. Expected an integer, 0 or more.");
    }
}
