using System.Reflection;
using Parquet;
using Parquet.Schema;

namespace Latent.Files.Tests;

/// <summary>Writes small Parquet files.</summary>
internal static class ParquetBytes
{
    /// <summary>Writes row groups of equal columns.</summary>
    /// <param name="path">The file.</param>
    /// <param name="groups">For each row group, the columns: a name, and an array of numbers (also nullable) or strings.</param>
    public static string Write(string path, params (string Name, Array Values)[][] groups)
    {
        var schema = new ParquetSchema(groups[0].Select(column => new DataField(column.Name, column.Values.GetType().GetElementType()!)));
        WriteAsync(path, schema, groups).GetAwaiter().GetResult();
        return path;
    }

    private static async Task WriteAsync(string path, ParquetSchema schema, (string Name, Array Values)[][] groups)
    {
        await using var stream = File.Create(path);
        await using var writer = await ParquetWriter.CreateAsync(schema, stream);
        foreach (var columns in groups)
        {
            using var group = writer.CreateRowGroup();
            for (var i = 0; i < columns.Length; i++)
                await WriteAsync(group, schema.DataFields[i], columns[i].Values);
        }
    }

    // By exact type: an array of uint is also an array of int.
    private static Task WriteAsync(ParquetRowGroupWriter group, DataField field, Array values) =>
        values is string[] texts ? group.WriteAsync(field, texts)
        : Nullable.GetUnderlyingType(values.GetType().GetElementType()!) is { } type
            ? Call(nameof(WriteNullableAsync), type, group, field, values)
            : Call(nameof(WriteValuesAsync), values.GetType().GetElementType()!, group, field, values);

    private static Task Call(string method, Type type, params object[] arguments) =>
        (Task)typeof(ParquetBytes).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type)
            .Invoke(null, arguments)!;

    private static Task WriteValuesAsync<T>(ParquetRowGroupWriter group, DataField field, T[] values)
        where T : struct => group.WriteAsync<T>(field, values);

    private static Task WriteNullableAsync<T>(ParquetRowGroupWriter group, DataField field, T?[] values)
        where T : struct => group.WriteAsync<T>(field, values);
}
