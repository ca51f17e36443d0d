namespace VerifyTests;

public partial class VerifySettings
{
    private StringCompare? stringComparer;
    private readonly Dictionary<string, StringCompare> extensionComparers = [];

    /// <summary>Compares texts that are not identical; without extensions, texts of every extension.</summary>
    public void UseStringComparer(StringCompare compare, params ReadOnlySpan<string> extensions)
    {
        if (extensions.Length == 0)
            stringComparer = compare;
        foreach (var extension in extensions)
        {
            Guards.BadExtension(extension, nameof(extension));
            extensionComparers[extension] = compare;
        }
    }

    internal StringCompare? StringComparerFor(string extension) =>
        extensionComparers.GetValueOrDefault(extension) ?? stringComparer ?? VerifierSettings.StringComparerFor(extension);
}
