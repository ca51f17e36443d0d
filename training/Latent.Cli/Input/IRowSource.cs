namespace Latent.Cli;

/// <summary>Rows from a file, a folder or a data set, some at a time.</summary>
internal interface IRowSource
{
    /// <summary>The rows in order; the memory of a part is good until the next part is asked for.</summary>
    IEnumerable<RowChunk> Read();
}
