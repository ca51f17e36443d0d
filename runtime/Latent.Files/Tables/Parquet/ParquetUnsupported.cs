using Parquet;

namespace Latent.Files;

/// <summary>A column whose values are not read.</summary>
/// <param name="error">The error where the column is used.</param>
internal sealed class ParquetUnsupported(DataException error) : ParquetColumn
{
    public override string TextOf(int row) => throw error;

    public override bool TryNumber(int row, out float value) => throw error;

    protected override Task ReadAsync(ParquetRowGroupReader group, int count) => throw error;
}
