using System.Text;

namespace VerifyTests;

/// <summary>Applies the scrubbers of a call and of all tests, in the order in which Verify applies them.</summary>
internal sealed class TextScrubber(VerifySettings settings, Counter counter, DirectoryScrubber directories)
{
    public string ScrubTarget(string extension, string text) =>
        Scrub(text, [.. settings.InstanceScrubbers, .. settings.ExtensionScrubbers.GetValueOrDefault(extension, []), .. VerifierSettings.GlobalScrubbers]);

    public string ScrubMember(string text) =>
        Scrub(text, [.. settings.InstanceScrubbers, .. VerifierSettings.GlobalScrubbers]);

    private string Scrub(string text, IEnumerable<Action<StringBuilder, Counter>> scrubbers)
    {
        if (!settings.ScrubbersEnabled)
            return Newlines.Fix(text);

        var builder = new StringBuilder(text);
        foreach (var scrub in scrubbers)
            scrub(builder, counter);
        directories.Replace(builder);
        return Newlines.Fix(builder.ToString());
    }
}
