namespace Latent.Files;

/// <summary>A source of rows (a file, a folder or a data set), read in chunks.</summary>
public interface IRowSource
{
    /// <summary>Reads the rows in order. The memory of a chunk is valid until the next chunk is requested.</summary>
    IEnumerable<RowChunk> Read();
}
