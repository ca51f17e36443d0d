using Latent.Bundles;

namespace Latent.Files;

/// <summary>Reads the records of a table one after another; only a part of the file is in memory.</summary>
public abstract class TableReader : ITableRecord, IDisposable
{
    /// <summary>Opens a table: <c>.parquet</c>, otherwise text.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataException">The file cannot be opened, or is not such a table.</exception>
    public static TableReader Open(string path) =>
        FileKinds.Find(path) == FileKind.Parquet ? new ParquetTableReader(path) : new CsvReader(path);

    /// <summary>The name of the table in error messages, such as its path.</summary>
    public abstract string Name { get; }

    /// <summary>The position of the current record in error messages, such as <c>cars.csv, line 3</c>.</summary>
    public abstract string Where { get; }

    /// <summary>Whether the first record holds the names of the columns; null if the format does not say.</summary>
    public virtual bool? HasHeader => null;

    /// <summary>The number of fields in the current record.</summary>
    public abstract int FieldCount { get; }

    /// <summary>Returns a field of the current record; valid until the next <see cref="Read"/>.</summary>
    /// <param name="position">0 to FieldCount - 1.</param>
    public abstract ReadOnlySpan<char> Field(int position);

    /// <inheritdoc/>
    public virtual bool TryNumber(int position, out float value) => RowParser.TryNumber(Field(position), out value);

    /// <summary>Returns a copy of all fields of the current record.</summary>
    public string[] Fields()
    {
        var fields = new string[FieldCount];
        for (var i = 0; i < fields.Length; i++)
            fields[i] = Field(i).ToString();
        return fields;
    }

    /// <summary>Advances to the next record; false at the end.</summary>
    /// <exception cref="DataException">The file is corrupt.</exception>
    public abstract bool Read();

    /// <summary>Closes the file.</summary>
    public abstract void Dispose();
}
