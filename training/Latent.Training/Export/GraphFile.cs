using Latent.Bundles;
using Latent.Runtime;

namespace Latent.Training.Export;

/// <summary>Runs an exported graph over any number of rows, before its bundle is complete.</summary>
/// <param name="path">The <c>.onnx</c> file, with its weights file in the same folder.</param>
/// <param name="rowSize">The number of values per row of its input.</param>
internal sealed class GraphFile(string path, int rowSize) : IDisposable
{
    private const int RowsAtOnce = 1024;

    private readonly GraphSession session = new(path);

    /// <summary>The path of the file.</summary>
    public string Path => path;

    /// <summary>Runs the graph on rows; returns the outputs by name, row-major.</summary>
    public IReadOnlyDictionary<string, float[]> Run(ReadOnlySpan<float> rows)
    {
        var collected = session.OutputNames.ToDictionary(name => name, _ => new List<float>());
        for (var start = 0; start < rows.Length; start += RowsAtOnce * rowSize)
        {
            var chunk = rows[start..Math.Min(rows.Length, start + (RowsAtOnce * rowSize))].ToArray();
            var outputs = session.Run(NamedTensor.Create(session.InputNames[0], chunk, chunk.Length / rowSize, rowSize));
            foreach (var (name, values) in collected)
                values.AddRange(outputs[name].Floats!);
        }

        return collected.ToDictionary(entry => entry.Key, entry => entry.Value.ToArray());
    }

    /// <summary>Runs the graph once; returns the output tensors in the order of the graph.</summary>
    /// <param name="inputs">Every input of the graph.</param>
    public IReadOnlyList<NamedTensor> RunOnce(params IReadOnlyList<NamedTensor> inputs)
    {
        var outputs = session.Run(inputs);
        return [.. session.OutputNames.Select(name => outputs[name])];
    }

    /// <inheritdoc/>
    public void Dispose() => session.Dispose();
}
