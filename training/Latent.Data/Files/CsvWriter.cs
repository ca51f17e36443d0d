using System.Globalization;
using System.Text;

namespace Latent.Data;

/// <summary>
/// Writes comma-separated text (RFC 4180): UTF-8 without byte order mark, line ends LF. The file is there once
/// <see cref="Complete"/> is called, not before.
/// </summary>
public sealed class CsvWriter : IDisposable
{
    private readonly WholeFile file;
    private readonly StreamWriter writer;
    private bool isFirst = true;

    /// <summary>Begins a file.</summary>
    /// <param name="path">Where to; a file of that name is replaced when this one is complete.</param>
    /// <exception cref="DataException">The file cannot be written.</exception>
    public CsvWriter(string path)
    {
        file = new(path);
        writer = new(file.Stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
    }

    /// <summary>Adds a field of text to the record, quoted where it must be.</summary>
    public CsvWriter Field(string text)
    {
        Separate();
        var needsQuotes = text.AsSpan().ContainsAny("\",\r\n") || text.StartsWith(' ') || text.EndsWith(' ');
        writer.Write(needsQuotes ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text);
        return this;
    }

    /// <summary>Adds a number to the record with as many digits as it takes to read the same number back.</summary>
    public CsvWriter Field(double number)
    {
        Separate();
        writer.Write(number.ToString("R", CultureInfo.InvariantCulture));
        return this;
    }

    /// <summary>Adds a whole number to the record.</summary>
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

    /// <summary>Adds numbers to the record, a field each.</summary>
    public CsvWriter Fields(ReadOnlySpan<float> numbers)
    {
        foreach (var number in numbers)
            Field(number);
        return this;
    }

    /// <summary>Adds texts to the record, a field each.</summary>
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

    /// <summary>Puts the file in its place.</summary>
    public void Complete()
    {
        writer.Flush();
        file.Complete();
    }

    /// <summary>Ends writing; a file that was not completed leaves nothing behind.</summary>
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
