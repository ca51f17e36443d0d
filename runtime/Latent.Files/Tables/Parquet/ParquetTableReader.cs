using Parquet;
using Parquet.Schema;

namespace Latent.Files;

/// <summary>
/// Reads Parquet row group by row group, and of a row group only the columns that are used. Numbers and booleans (0 or 1) are
/// numbers, strings are text, and nulls are missing values.
/// </summary>
internal sealed class ParquetTableReader : TableReader
{
    private const int Header = -1;
    private readonly ParquetReader file;
    private readonly IReadOnlyList<Field> fields;
    private readonly ParquetColumn[] columns;
    private ParquetRowGroupReader? group;
    private int groupCount;
    private long row = Header - 1;

    public ParquetTableReader(string path)
    {
        Name = path;
        var stream = PlainFile.Open(path);
        try
        {
            file = ParquetCall.Run(path, () => ParquetReader.CreateAsync(stream, leaveStreamOpen: false));
            fields = ParquetCall.Run(path, () => Task.FromResult(file.Schema.Fields));
            columns = [.. fields.Select(
                (field, position) => ParquetColumns.Create(field, $"{path}, column {position + 1} ({field.Name})"))];
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    public override string Name { get; }

    public override string Where => row == Header ? $"{Name}, schema" : $"{Name}, row group {groupCount}, row {row + 1}";

    public override bool? HasHeader => true;

    public override int FieldCount => columns.Length;

    public override ReadOnlySpan<char> Field(int position) =>
        row == Header ? fields[position].Name : Column(position).TextOf((int)row);

    public override bool TryNumber(int position, out float value)
    {
        if (row != Header) return Column(position).TryNumber((int)row, out value);
        value = 0;
        return false;
    }

    public override bool Read()
    {
        row++;
        while (row != Header && (group is null || row >= group.RowCount))
        {
            if (groupCount == file.RowGroupCount) return false;
            group?.Dispose();
            group = ParquetCall.Run(Name, () => Task.FromResult(file.OpenRowGroupReader(groupCount)));
            groupCount++;
            row = 0;
            foreach (var column in columns)
                column.Clear();
        }

        return true;
    }

    public override void Dispose()
    {
        group?.Dispose();
        ParquetCall.Run(Name, async () =>
        {
            await file.DisposeAsync().ConfigureAwait(false);
            return true;
        });
    }

    private ParquetColumn Column(int position)
    {
        columns[position].Load(group!, Name);
        return columns[position];
    }
}
