using System.Globalization;
using System.Text;

namespace Latent.Files;

/// <summary>
/// Writes comma-separated text (RFC 4180): UTF-8 without byte order mark, LF line ends. The file appears only when
/// <see cref="Complete"/> is called.
/// </summary>
public sealed class CsvWriter : IDisposable
{
    private readonly WholeFile file;
    private readonly StreamWriter writer;
    private bool isFirst = true;

    /// <summary>Creates a writer.</summary>
    /// <param name="path">The file; <see cref="Complete"/> replaces an existing file.</param>
    /// <exception cref="DataException">The file cannot be written.</exception>
    public CsvWriter(string path)
    {
        file = new(path);
        writer = new(file.Stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
    }

    /// <summary>Adds a text field to the record, quoted if necessary.</summary>
    public CsvWriter Field(string text)
    {
        Separate();
        var needsQuotes = text.AsSpan().ContainsAny("\",\r\n") || text.StartsWith(' ') || text.EndsWith(' ');
        writer.Write(needsQuotes ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text);
        return this;
    }

    /// <summary>Adds a number to the record, with enough digits to round-trip.</summary>
    public CsvWriter Field(double number)
    {
        Separate();
        writer.Write(number.ToString("R", CultureInfo.InvariantCulture));
        return this;
    }

    /// <summary>Adds an integer to the record.</summary>
    public CsvWriter Field(long number)
    {
        Separate();
        writer.Write(number);
        return this;
    }

    /// <inheritdoc cref="Field(double)"/>
    public CsvWriter Field(float number)
    {
        Separate();
        writer.Write(number.ToString("R", CultureInfo.InvariantCulture));
        return this;
    }

    /// <summary>Adds numbers to the record, one field per number.</summary>
    public CsvWriter Fields(ReadOnlySpan<float> numbers)
    {
        foreach (var number in numbers)
            Field(number);
        return this;
    }

    /// <summary>Adds texts to the record, one field per text.</summary>
    public CsvWriter Fields(IEnumerable<string> texts)
    {
        foreach (var text in texts)
            Field(text);
        return this;
    }

    /// <summary>Ends the record.</summary>
    public void EndRecord()
    {
        writer.WriteLine();
        isFirst = true;
    }

    /// <summary>Publishes the file under its path.</summary>
    public void Complete()
    {
        writer.Flush();
        file.Complete();
    }

    /// <summary>Closes the writer; discards the file if it was not completed.</summary>
    public void Dispose()
    {
        if (file.Stream.CanWrite) writer.Dispose();
        file.Dispose();
    }

    private void Separate()
    {
        if (!isFirst) writer.Write(',');
        isFirst = false;
    }
}
