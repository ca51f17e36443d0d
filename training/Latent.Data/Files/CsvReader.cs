using System.Text;

namespace Latent.Data;

/// <summary>
/// Reads comma-separated text (RFC 4180) record after record, with memory for one record only. Fields may be quoted and then hold
/// separators, line ends and doubled quotes; line ends are LF, CRLF or CR; the text is UTF-8, with or without byte order mark. Empty lines are skipped.
/// </summary>
public sealed class CsvReader : IDisposable
{
    private readonly CsvScanner scanner;

    /// <summary>Opens a file; <c>.gz</c> is unpacked on the way.</summary>
    /// <param name="path">The file.</param>
    /// <param name="separator">What stands between fields. Default: a tab for <c>.tsv</c>, a comma for anything else.</param>
    /// <exception cref="DataException">The file cannot be opened.</exception>
    public CsvReader(string path, char? separator = null)
        : this(PlainFile.Open(path), path, separator ?? SeparatorFor(path))
    {
    }

    /// <summary>Reads from a stream, which is closed with the reader.</summary>
    /// <param name="stream">The text, UTF-8.</param>
    /// <param name="name">What error messages call it.</param>
    /// <param name="separator">What stands between fields.</param>
    public CsvReader(Stream stream, string name, char separator = ',')
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        scanner = new(new StreamReader(stream, utf8, detectEncodingFromByteOrderMarks: false), name, separator);
    }

    /// <summary>What error messages call the text: the path.</summary>
    public string Name => scanner.Name;

    /// <summary>The line, from 1, on which the record begins.</summary>
    public long Line => scanner.Line;

    /// <summary>Number of fields in the record.</summary>
    public int FieldCount => scanner.FieldCount;

    /// <summary>A field of the record, without its quotes; valid until the next <see cref="Read"/>.</summary>
    /// <param name="index">0 to FieldCount - 1.</param>
    public ReadOnlySpan<char> Field(int index) => scanner.Field(index);

    /// <summary>Every field of the record, copied.</summary>
    public string[] Fields()
    {
        var fields = new string[FieldCount];
        for (var i = 0; i < fields.Length; i++)
            fields[i] = Field(i).ToString();
        return fields;
    }

    /// <summary>Goes on to the next record; false at the end.</summary>
    /// <exception cref="DataException">A quote is never closed, or the text is not UTF-8.</exception>
    public bool Read() => scanner.Read();

    /// <inheritdoc/>
    public void Dispose() => scanner.Dispose();

    private static char SeparatorFor(string path) => path.Contains(".tsv", StringComparison.OrdinalIgnoreCase) ? '\t' : ',';
}
