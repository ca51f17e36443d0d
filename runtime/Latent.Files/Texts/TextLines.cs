using System.Text;

namespace Latent.Files;

/// <summary>Reads a text file line by line: UTF-8, with or without a byte order mark, any line ends; <c>.gz</c> is
/// decompressed while reading.</summary>
public static class TextLines
{
    private const int EndOfText = -1;

    // A file without line ends is not text, and would be loaded into memory as a whole.
    private const int MaxLineLength = 1 << 20;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Returns the non-blank lines, trimmed.</summary>
    /// <exception cref="DataException">The file is missing or is not UTF-8, or a line has more than 1,048,576 characters.</exception>
    public static IEnumerable<string> Read(string path)
    {
        if (!File.Exists(path))
            throw new DataException("There is no such file.", path, "a text file with one sentence per line", "no file", "Check the path.");
        using var reader = new StreamReader(PlainFile.Open(path), Strict, detectEncodingFromByteOrderMarks: false);
        var line = new StringBuilder();
        for (var number = 1; ReadLine(reader, line, path, number); number++)
        {
            var text = line.ToString().Trim().Trim('\uFEFF');
            if (text.Length > 0)
                yield return text;
        }
    }

    // Returns false at the end of the text.
    private static bool ReadLine(StreamReader reader, StringBuilder line, string path, int number)
    {
        line.Clear();
        try
        {
            int next;
            while ((next = reader.Read()) is not (EndOfText or '\n' or '\r'))
            {
                if (line.Length == MaxLineLength)
                {
                    throw new DataException(
                        "A line is too long.",
                        $"{path}, line {number}",
                        $"at most {MaxLineLength} characters",
                        "more",
                        "Provide a text file with one sentence per line.");
                }

                line.Append((char)next);
            }

            if (next == '\r' && reader.Peek() == '\n')
                _ = reader.Read();
            return next != EndOfText || line.Length > 0;
        }
        catch (DecoderFallbackException fault)
        {
            throw new DataException(
                "The text is not UTF-8.",
                $"{path}, line {number} or shortly after",
                "UTF-8",
                $"the bytes {Convert.ToHexString(fault.BytesUnknown ?? [])}",
                "Convert the file, for example with: iconv -f latin1 -t utf-8.",
                fault);
        }
    }
}
