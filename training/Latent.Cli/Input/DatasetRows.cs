using Latent.Data;

namespace Latent.Cli;

/// <summary>The rows of an in-memory data set.</summary>
internal sealed class DatasetRows(Dataset data, RowSpec spec) : IRowSource
{
    public IEnumerable<RowChunk> Read()
    {
        var length = ChunkSize.For(spec.Size) * spec.Size;
        for (var start = 0; start < data.Values.Length; start += length)
            yield return new(data.Values.AsMemory(start, Math.Min(length, data.Values.Length - start)), null);
    }
}
