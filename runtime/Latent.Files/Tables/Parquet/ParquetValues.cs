using System.Globalization;
using Parquet;
using Parquet.Schema;

namespace Latent.Files;

/// <summary>A column of numbers.</summary>
/// <param name="field">The column.</param>
/// <param name="convert">Converts a value to a float, which may be infinite.</param>
internal sealed class ParquetValues<T>(DataField field, Func<T, float> convert) : ParquetColumn
    where T : struct, IConvertible
{
    private T?[] values = [];

    // Booleans are 0 and 1, so that labels and features agree.
    public override string TextOf(int row) => values[row] switch
    {
        null => "",
        bool flag => flag ? "1" : "0",
        { } value => value.ToString(CultureInfo.InvariantCulture),
    };

    public override bool TryNumber(int row, out float value)
    {
        value = values[row] is { } known ? convert(known) : float.NaN;
        return float.IsFinite(value);
    }

    protected override async Task ReadAsync(ParquetRowGroupReader group, int count)
    {
        values = new T?[count];
        if (field.IsNullable)
        {
            await group.ReadAsync<T>(field, values.AsMemory()).ConfigureAwait(false);
            return;
        }

        // The library leaves values of a column without nulls out when they are read as nullable.
        var required = new T[count];
        await group.ReadAsync<T>(field, required.AsMemory()).ConfigureAwait(false);
        for (var i = 0; i < count; i++)
            values[i] = required[i];
    }
}
