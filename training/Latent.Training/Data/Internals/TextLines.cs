using System.Text;

namespace Latent.Training.Data;

/// <summary>Reads a text file line by line: UTF-8, with or without a byte order mark, any line ends.</summary>
internal static class TextLines
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The lines that are not blank, without white space at their ends.</summary>
    /// <exception cref="DataException">The file is missing or is not UTF-8.</exception>
    public static IEnumerable<string> Read(string path)
    {
        if (!File.Exists(path))
            throw new DataException("There is no such file.", path, "a text file, a sentence a line", "nothing", "Check the path.");
        using var reader = new StreamReader(path, Strict, detectEncodingFromByteOrderMarks: false);
        for (var number = 1; NextLine(reader, path, number) is { } line; number++)
        {
            var text = line.Trim().Trim('\uFEFF');
            if (text.Length > 0)
                yield return text;
        }
    }

    private static string? NextLine(StreamReader reader, string path, int number)
    {
        try
        {
            return reader.ReadLine();
        }
        catch (DecoderFallbackException fault)
        {
            throw new DataException(
                "The text is not UTF-8.", $"{path}, at line {number} or a little behind it", "UTF-8", $"the bytes {Convert.ToHexString(fault.BytesUnknown ?? [])}",
                "Convert the file, for example with: iconv -f latin1 -t utf-8.", fault);
        }
    }
}
