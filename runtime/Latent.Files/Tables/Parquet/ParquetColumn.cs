using Parquet;

namespace Latent.Files;

/// <summary>One column of a Parquet file; holds the values of the current row group.</summary>
internal abstract class ParquetColumn
{
    private bool isLoaded;

    /// <summary>Forgets the values, for the next row group.</summary>
    public void Clear() => isLoaded = false;

    /// <summary>Reads the values of a row group, once.</summary>
    /// <exception cref="DataException">The file is corrupt.</exception>
    public void Load(ParquetRowGroupReader group, string path)
    {
        if (isLoaded) return;
        var count = group.RowCount is >= 0 and var rows && rows <= Array.MaxLength ? (int)rows : throw new DataException(
            "A row group is too large.", path, $"at most {Array.MaxLength} rows", $"{group.RowCount}", "Write smaller row groups.");
        isLoaded = ParquetCall.Run(path, async () =>
        {
            await ReadAsync(group, count).ConfigureAwait(false);
            return true;
        });
    }

    /// <summary>Returns the text of a value; empty for null.</summary>
    public abstract string TextOf(int row);

    /// <summary>Returns false for null, for text, and for a number that is not finite.</summary>
    public abstract bool TryNumber(int row, out float value);

    protected abstract Task ReadAsync(ParquetRowGroupReader group, int count);
}
