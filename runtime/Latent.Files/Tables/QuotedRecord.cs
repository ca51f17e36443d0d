using System.Runtime.InteropServices;
using nietras.SeparatedValues;

namespace Latent.Files;

/// <summary>
/// The fields of a record with quotes, without their quotes. Sep ends a record and its fields at the right place, but accepts
/// quotes anywhere; RFC 4180 allows them around a field, and doubled inside.
/// </summary>
internal sealed class QuotedRecord
{
    public const char Quote = '"';

    private readonly List<int> ends = [];
    private readonly List<char> text = [];

    public ReadOnlySpan<char> Field(int position)
    {
        var start = position == 0 ? 0 : ends[position - 1];
        return CollectionsMarshal.AsSpan(text)[start..ends[position]];
    }

    /// <param name="record">The record.</param>
    /// <param name="name">The name of the text in error messages.</param>
    /// <param name="line">The line on which the record begins.</param>
    public void Read(SepReader.Row record, string name, long line)
    {
        ends.Clear();
        text.Clear();
        for (var i = 0; i < record.ColCount; i++)
        {
            var field = record[i].Span;
            if (field.StartsWith(Quote)) AddQuoted(field[1..], name, line);
            else if (field.Contains(Quote)) throw InsideField(field, name, line);
            else text.AddRange(field);
            ends.Add(text.Count);
            line += CountLineEnds(field);
        }
    }

    private void AddQuoted(ReadOnlySpan<char> rest, string name, long line)
    {
        var opened = line;
        while (true)
        {
            var end = rest.IndexOf(Quote);
            if (end < 0) throw new DataException("A quote is never closed.", $"{name}, line {opened}");
            AddLines(rest[..end]);
            line += CountLineEnds(rest[..end]);
            rest = rest[(end + 1)..];
            if (rest.IsEmpty) return;
            if (!rest.StartsWith(Quote))
            {
                throw new DataException(
                    "Text follows a closing quote.", $"{name}, line {line}", "a separator or the end of the line", $"\"{rest[0]}\"",
                    "Double every quote that is part of the text.");
            }

            text.Add(Quote);
            rest = rest[1..];
        }
    }

    // Every line end becomes LF, as at the end of a record.
    private void AddLines(ReadOnlySpan<char> lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i] == '\r' && i + 1 < lines.Length && lines[i + 1] == '\n') continue;
            text.Add(lines[i] == '\r' ? '\n' : lines[i]);
        }
    }

    private static int CountLineEnds(ReadOnlySpan<char> field) => field.Count('\n') + field.Count('\r') - field.Count("\r\n");

    private static DataException InsideField(ReadOnlySpan<char> field, string name, long line)
    {
        var start = field[..field.IndexOf(Quote)];
        return new(
            "A quote is inside a field.", $"{name}, line {line + CountLineEnds(start)}", "quotes around a field, doubled inside",
            $"{start[..Math.Min(start.Length, 60)]}\"", "Quote the field, and double every quote that is part of the text.");
    }
}
