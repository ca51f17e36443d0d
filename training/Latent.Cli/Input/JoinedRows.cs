using Latent.Files;

namespace Latent.Cli;

/// <summary>The rows of several inputs, one input after the other.</summary>
internal sealed class JoinedRows(IReadOnlyList<IRowSource> sources, CancellationToken cancellation) : IRowSource
{
    public IEnumerable<RowChunk> Read()
    {
        foreach (var part in sources.SelectMany(source => source.Read()))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return part;
        }
    }
}
