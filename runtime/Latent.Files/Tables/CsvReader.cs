using System.Text;

namespace Latent.Files;

/// <summary>
/// Reads comma-separated text (RFC 4180) record by record and keeps only the current record in memory. Quoted fields may contain
/// separators, line ends and doubled quotes. Line ends are LF, CRLF or CR. The text is UTF-8, with or without byte order mark.
/// Empty lines are skipped.
/// </summary>
public sealed class CsvReader : IDisposable
{
    private readonly CsvScanner scanner;

    /// <summary>Opens a file; <c>.gz</c> is decompressed while reading.</summary>
    /// <param name="path">The file.</param>
    /// <param name="separator">The field separator. Default: a tab for <c>.tsv</c>, otherwise a comma.</param>
    /// <exception cref="DataException">The file cannot be opened.</exception>
    public CsvReader(string path, char? separator = null)
        : this(PlainFile.Open(path), path, separator ?? FileKinds.SeparatorOf(path))
    {
    }

    /// <summary>Reads from a stream; disposing the reader closes it.</summary>
    /// <param name="stream">The text, UTF-8.</param>
    /// <param name="name">The name of the text in error messages.</param>
    /// <param name="separator">The field separator.</param>
    public CsvReader(Stream stream, string name, char separator = ',')
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        scanner = new(new StreamReader(stream, utf8, detectEncodingFromByteOrderMarks: false), name, separator);
    }

    /// <summary>The name of the text in error messages, such as its path.</summary>
    public string Name => scanner.Name;

    /// <summary>The line, from 1, on which the current record begins.</summary>
    public long Line => scanner.Line;

    /// <summary>The number of fields in the current record.</summary>
    public int FieldCount => scanner.FieldCount;

    /// <summary>Returns a field of the current record, without its quotes; valid until the next <see cref="Read"/>.</summary>
    /// <param name="index">0 to FieldCount - 1.</param>
    public ReadOnlySpan<char> Field(int index) => scanner.Field(index);

    /// <summary>Returns a copy of all fields of the current record.</summary>
    public string[] Fields()
    {
        var fields = new string[FieldCount];
        for (var i = 0; i < fields.Length; i++)
            fields[i] = Field(i).ToString();
        return fields;
    }

    /// <summary>Advances to the next record; false at the end.</summary>
    /// <exception cref="DataException">A quote is never closed, or the text is not UTF-8.</exception>
    public bool Read() => scanner.Read();

    /// <inheritdoc/>
    public void Dispose() => scanner.Dispose();
}
