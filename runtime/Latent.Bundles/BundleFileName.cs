namespace Latent.Bundles;

/// <summary>Which names a file or folder inside a bundle may have.</summary>
internal static class BundleFileName
{
    public const string Manifest = "bundle.json";
    public const string Golden = "golden";
    public const string Rule = "a plain file name: letters, digits, '.', '_' and '-', not starting with '.', at most 100 characters";

    private const int MaxLength = 100;

    /// <summary>True for a name without any separator, drive, parent reference or hidden start.</summary>
    public static bool IsPlain(string name) =>
        name.Length is > 0 and <= MaxLength && name[0] != '.' && name.All(IsPlain);

    private static bool IsPlain(char character) => char.IsAsciiLetterOrDigit(character) || character is '.' or '_' or '-';
}
