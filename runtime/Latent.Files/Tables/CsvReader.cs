using System.Text;
using nietras.SeparatedValues;

namespace Latent.Files;

/// <summary>
/// Reads comma-separated text (RFC 4180) record by record and keeps only the current record in memory. Quoted fields may contain
/// separators, line ends and doubled quotes. Line ends are LF, CRLF or CR. The text is UTF-8, with or without byte order mark.
/// Empty lines are skipped.
/// </summary>
public sealed class CsvReader : TableReader
{
    private readonly StreamReader text;
    private readonly Sep format;
    private readonly QuotedRecord quoted = new();
    private SepReader? reader;
    private long nextLine = 1;
    private bool isQuoted;

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
        // The encoding has a byte order mark so that the reader skips one.
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);
        text = new(stream, utf8, detectEncodingFromByteOrderMarks: false);
        format = new(separator);
        Name = name;
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <summary>The line, from 1, on which the current record begins.</summary>
    public long Line { get; private set; }

    /// <inheritdoc/>
    public override string Where => $"{Name}, line {Line}";

    /// <inheritdoc/>
    public override int FieldCount => reader!.Current.ColCount;

    /// <summary>Returns a field of the current record, without its quotes; valid until the next <see cref="Read"/>.</summary>
    /// <param name="position">0 to FieldCount - 1.</param>
    public override ReadOnlySpan<char> Field(int position) => isQuoted ? quoted.Field(position) : reader!.Current[position].Span;

    /// <summary>Advances to the next record; false at the end.</summary>
    /// <exception cref="DataException">
    /// A quote is never closed, or is not at the start or the end of its field; or the text is not UTF-8.
    /// </exception>
    public override bool Read()
    {
        while (MoveNext())
        {
            var record = reader!.Current;

            // Sep's own first line number is wrong for the first record.
            (Line, nextLine) = (nextLine, record.LineNumberToExcl);
            if (record.Span.IsEmpty) continue;
            isQuoted = record.Span.Contains(QuotedRecord.Quote);
            if (isQuoted) quoted.Read(record, Name, Line);
            return true;
        }

        return false;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        reader?.Dispose();
        text.Dispose();
    }

    private bool MoveNext()
    {
        try
        {
            reader ??= format.Reader(options => options with { HasHeader = false, DisableColCountCheck = true }).From(text);
            return reader.MoveNext();
        }
        catch (DecoderFallbackException error)
        {
            throw new DataException(
                "The text is not UTF-8.", $"{Name}, line {nextLine} or shortly after", fix: "Save it as UTF-8.", inner: error);
        }
        catch (InvalidDataException error)
        {
            throw new DataException("The compressed file is corrupt.", Name, received: error.Message.TrimEnd('.'), inner: error);
        }
        catch (NotSupportedException error)
        {
            throw new DataException(
                "A record is too long.", $"{Name}, line {nextLine}", "at most 16777216 characters", "more",
                "Look for a quote that is never closed.", error);
        }
    }
}
