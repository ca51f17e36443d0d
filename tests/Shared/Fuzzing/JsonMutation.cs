using System.Text;
using System.Text.RegularExpressions;

namespace Latent.Tests.Fuzzing;

/// <summary>Changes JSON so that most of it stays valid: unexpected values, duplicate keys, missing members, very deep nesting.</summary>
public static partial class JsonMutation
{
    private const int MaxNesting = 50_000;

    private static readonly string[] Numbers =
        ["0", "-1", "1.5", "2147483648", "4294967297", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "1e400", "1e308", "-0", "99999999999999999999999999"];

    private static readonly string[] Texts =
    [
        "../../../etc/passwd", "/etc/passwd", "C:\\\\Windows\\\\win.ini", "..", ".", "", ".hidden", "a/b", "bundle.json", "\\ud800",
        "\\u0000", "\\u202e",
        "batch", "input", "code", "float32", "int64", "0.5", "1e-400", new('a', 5000),
    ];

    private static readonly string[] Others = ["null", "true", "[]", "{}", "[[]]", "\"\"", "[1,2,3]"];

    public static byte[] Create(byte[] original, Random random)
    {
        if (random.Next(4) == 0)
            return ByteMutation.Create(original, random);

        var text = Encoding.UTF8.GetString(original);
        return Encoding.UTF8.GetBytes(random.Next(6) switch
        {
            0 => Replaced(text, Number().Matches(text), Numbers[random.Next(Numbers.Length)], random),
            1 => Replaced(text, Quoted().Matches(text), $"\"{Texts[random.Next(Texts.Length)]}\"", random),
            2 => Replaced(text, Value().Matches(text), Others[random.Next(Others.Length)], random),
            3 => Replaced(text, Value().Matches(text), Nested(random.Next(1, MaxNesting)), random),
            4 => WithoutOrTwice(text, random, copies: 0),
            _ => WithoutOrTwice(text, random, copies: 2),
        });
    }

    private static string Replaced(string text, MatchCollection positions, string value, Random random)
    {
        if (positions.Count == 0)
            return text;
        var position = positions[random.Next(positions.Count)].Groups["value"];
        return string.Concat(text.AsSpan(0, position.Index), value, text.AsSpan(position.Index + position.Length));
    }

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);

    // Lines of indented JSON are members or items.
    private static string WithoutOrTwice(string text, Random random, int copies)
    {
        var lines = text.Split('\n').ToList();
        var position = random.Next(lines.Count);
        var line = lines[position];
        lines.RemoveAt(position);
        lines.InsertRange(
            position,
            Enumerable.Repeat(line.EndsWith(',') ? line : $"{line},", Math.Max(0, copies - 1)).Append(line).Take(copies));
        return string.Join('\n', lines);
    }

    [GeneratedRegex("""(?<value>-?\d+(\.\d+)?([eE][+-]?\d+)?)""")]
    private static partial Regex Number();

    [GeneratedRegex("""(?<value>"([^"\\]|\\.)*")""")]
    private static partial Regex Quoted();

    [GeneratedRegex("""(?::\s*|\[\s*|,\s*)(?<value>"([^"\\]|\\.)*"|-?\d+(\.\d+)?([eE][+-]?\d+)?|true|false|null)""")]
    private static partial Regex Value();
}
