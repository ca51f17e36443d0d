using System.Text;

namespace Latent.Files;

/// <summary>Splits text into records and fields. One buffer holds all fields of the current record, one after another.</summary>
internal sealed class CsvScanner(TextReader reader, string name, char separator) : IDisposable
{
    // In characters; limits memory when a quote is never closed.
    private const int MaxRecordLength = 1 << 26;
    private const int EndOfText = -1;
    private const char ByteOrderMark = '\uFEFF';
    private readonly char[] chunk = new char[1 << 14];
    private readonly List<int> ends = [];
    private char[] record = new char[1 << 12];
    private int chunkSize;
    private int chunkPosition;
    private int recordSize;
    private long nextLine = 1;

    public string Name => name;

    public long Line { get; private set; }

    public int FieldCount => ends.Count;

    public ReadOnlySpan<char> Field(int index)
    {
        var start = index == 0 ? 0 : ends[index - 1];
        return record.AsSpan(start, ends[index] - start);
    }

    public bool Read()
    {
        if (nextLine == 1 && Peek() == ByteOrderMark) chunkPosition++;
        while (Peek() is '\r' or '\n')
            TakeLineEnd();
        if (Peek() == EndOfText) return false;
        Line = nextLine;
        ends.Clear();
        recordSize = 0;
        while (ReadField())
            chunkPosition++;
        if (Peek() != EndOfText) TakeLineEnd();
        return true;
    }

    public void Dispose() => reader.Dispose();

    /// <summary>Reads a field up to, but not including, its terminator; true if that is a separator and another field follows.</summary>
    private bool ReadField()
    {
        if (Peek() == '"') ReadQuoted();
        else ReadPlain();
        ends.Add(recordSize);
        return Peek() == separator;
    }

    private void ReadPlain()
    {
        while (Peek() != EndOfText)
        {
            var rest = chunk.AsSpan(chunkPosition, chunkSize - chunkPosition);
            var length = rest.IndexOfAny(separator, '\r', '\n');
            var field = length < 0 ? rest : rest[..length];
            Keep(field);
            chunkPosition += field.Length;
            if (length >= 0) return;
        }
    }

    private void ReadQuoted()
    {
        var opened = nextLine;
        chunkPosition++;
        while (true)
        {
            var next = Peek();
            if (next == EndOfText) throw new DataException("A quote is never closed.", $"{name}, line {opened}");
            if (next is '\r' or '\n')
            {
                Keep("\n");
                TakeLineEnd();
                continue;
            }

            chunkPosition++;
            if (next == '"' && Peek() != '"') break;
            if (next == '"') chunkPosition++;
            Keep([(char)next]);
        }

        if (Peek() is var after && after != separator && after is not (EndOfText or '\r' or '\n'))
            throw new DataException(
                "Text follows a closing quote.", $"{name}, line {nextLine}", "a separator or the end of the line",
                $"\"{(char)after}\"", "Double every quote that is part of the text.");
    }

    private void TakeLineEnd()
    {
        var first = Peek();
        chunkPosition++;
        if (first == '\r' && Peek() == '\n') chunkPosition++;
        nextLine++;
    }

    private void Keep(ReadOnlySpan<char> characters)
    {
        if (recordSize + characters.Length > record.Length)
        {
            if (recordSize > MaxRecordLength)
                throw new DataException(
                    "A record is too long.", $"{name}, line {Line}", $"at most {MaxRecordLength} characters", "more",
                    "Look for a quote that is never closed.");
            Array.Resize(ref record, Math.Max(2 * record.Length, recordSize + characters.Length));
        }

        characters.CopyTo(record.AsSpan(recordSize));
        recordSize += characters.Length;
    }

    private int Peek()
    {
        if (chunkPosition < chunkSize) return chunk[chunkPosition];
        try
        {
            (chunkSize, chunkPosition) = (reader.Read(chunk), 0);
        }
        catch (DecoderFallbackException error)
        {
            throw new DataException(
                "The text is not UTF-8.", $"{name}, line {nextLine} or shortly after", fix: "Save it as UTF-8.", inner: error);
        }
        catch (InvalidDataException error)
        {
            throw new DataException("The compressed file is corrupt.", name, received: error.Message.TrimEnd('.'), inner: error);
        }

        return chunkSize == 0 ? EndOfText : chunk[0];
    }
}
