using Latent.Data;

namespace Latent.Cli;

/// <summary>Rows of a data set that is in memory.</summary>
internal sealed class DatasetRows(Dataset data, RowSpec spec) : IRowSource
{
    public IEnumerable<RowChunk> Read()
    {
        var numbers = ChunkSize.For(spec.Size) * spec.Size;
        for (var start = 0; start < data.Values.Length; start += numbers)
            yield return new(data.Values.AsMemory(start, Math.Min(numbers, data.Values.Length - start)), null);
    }
}
