namespace Latent.Bundles;

/// <summary>The rule for names of files and folders inside a bundle.</summary>
internal static class BundleFileName
{
    public const string Manifest = "bundle.json";
    public const string Golden = "golden";
    public const string Rule = "a plain file name: letters, digits, '.', '_' and '-', not starting with '.', at most 100 characters";

    private const int MaxLength = 100;

    /// <summary>Whether a name has no separator, drive, parent reference or leading dot.</summary>
    public static bool IsPlain(string name) =>
        name.Length is > 0 and <= MaxLength && name[0] != '.' && name.All(IsPlain);

    private static bool IsPlain(char character) => char.IsAsciiLetterOrDigit(character) || character is '.' or '_' or '-';
}
