using Latent.Bundles;
using Parquet;
using Parquet.Schema;

namespace Latent.Files;

/// <summary>A column of strings.</summary>
/// <param name="field">The column.</param>
internal sealed class ParquetTexts(DataField field) : ParquetColumn
{
    private string?[] values = [];

    public override string TextOf(int row) => values[row] ?? "";

    public override bool TryNumber(int row, out float value) => RowParser.TryNumber(values[row], out value);

    protected override async Task ReadAsync(ParquetRowGroupReader group, int count)
    {
        values = new string?[count];
        await group.ReadAsync(field, values.AsMemory()).ConfigureAwait(false);
    }
}
