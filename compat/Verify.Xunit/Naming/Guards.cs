using System.Runtime.CompilerServices;

namespace VerifyTests;

internal static class Guards
{
    private static readonly char[] InvalidInName = Path.GetInvalidFileNameChars();
    private static readonly char[] InvalidInPath = [.. Path.GetInvalidPathChars().Concat(InvalidInName.Except(['/', '\\', ':'])).Distinct()];

    public static void BadFileName(string? name, [CallerArgumentExpression(nameof(name))] string argumentName = "") =>
        Refuse(name, InvalidInName, "file name", argumentName);

    public static void BadDirectoryName(string? name, [CallerArgumentExpression(nameof(name))] string argumentName = "") =>
        Refuse(name, InvalidInPath, "directory", argumentName);

    public static void BadExtension(string value, [CallerArgumentExpression(nameof(value))] string argumentName = "")
    {
        ArgumentException.ThrowIfNullOrEmpty(value, argumentName);
        if (value.StartsWith('.'))
            throw new ArgumentException("Must not start with a period ('.').", argumentName);
        if (value.Contains('\\') || value.Contains('/'))
            throw new ArgumentException("Must not contain a directory separator.", argumentName);
    }

    private static void Refuse(string? name, char[] invalid, string kind, string argumentName)
    {
        if (name is null)
            return;

        ArgumentException.ThrowIfNullOrEmpty(name, argumentName);
        var index = name.IndexOfAny(invalid);
        if (index >= 0)
            throw new ArgumentException($"Invalid character for {kind}. Value: {name}. Char:{name[index]}", argumentName);
    }
}
