using System.Numerics;
using Parquet.Schema;

namespace Latent.Files;

/// <summary>The list of the column types that are read.</summary>
internal static class ParquetColumns
{
    private static readonly Dictionary<Type, Func<DataField, ParquetColumn>> ByType = new()
    {
        [typeof(bool)] = field => new ParquetValues<bool>(field, value => value ? 1 : 0),
        [typeof(sbyte)] = Number<sbyte>,
        [typeof(byte)] = Number<byte>,
        [typeof(short)] = Number<short>,
        [typeof(ushort)] = Number<ushort>,
        [typeof(int)] = Number<int>,
        [typeof(uint)] = Number<uint>,
        [typeof(long)] = Number<long>,
        [typeof(ulong)] = Number<ulong>,
        [typeof(float)] = Number<float>,
        [typeof(double)] = Number<double>,
        [typeof(decimal)] = Number<decimal>,
        [typeof(ReadOnlyMemory<char>)] = field => new ParquetTexts(field),
        [typeof(string)] = field => new ParquetTexts(field),
    };

    /// <summary>Creates the reader of a column; a column of another type is an error only where it is used.</summary>
    /// <param name="field">The column.</param>
    /// <param name="where">The column in error messages.</param>
    public static ParquetColumn Create(Field field, string where) => field switch
    {
        DataField { IsArray: false } data when ByType.TryGetValue(data.ClrType, out var create) => create(data),
        DataField { IsArray: false } data => new ParquetUnsupported(
            new DataException(
                "The type of a column is not supported.", where, "numbers, booleans or strings", data.ClrType.Name,
                "Convert the column, or remove it.")),
        _ => new ParquetUnsupported(
            new DataException(
                "A column is nested.", where, "one number, boolean or string per row",
                $"a {(field is DataField ? "list" : field.SchemaType)}".ToLowerInvariant(),
                "Write its values to columns of their own, or remove it.")),
    };

    private static ParquetColumn Number<T>(DataField field)
        where T : struct, INumber<T>, IConvertible => new ParquetValues<T>(field, float.CreateTruncating);
}
