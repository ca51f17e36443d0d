using System.Text;

namespace VerifyTests;

public partial class VerifySettings
{
    internal List<Action<StringBuilder, Counter>> InstanceScrubbers { get; } = [];

    internal Dictionary<string, List<Action<StringBuilder, Counter>>> ExtensionScrubbers { get; } = [];

    internal bool ScrubbersEnabled { get; private set; } = true;

    internal bool ScrubGuidValues { get; private set; } = true;

    internal bool ScrubDateValues { get; private set; } = true;

    public void DisableScrubbers() => ScrubbersEnabled = false;

    public void DontScrubGuids() => ScrubGuidValues = false;

    public void DontScrubDateTimes() => ScrubDateValues = false;

    public void AddScrubber(Action<StringBuilder> scrubber, ScrubberLocation location = ScrubberLocation.First) =>
        Add(InstanceScrubbers, (text, _) => scrubber(text), location);

    public void AddScrubber(string extension, Action<StringBuilder> scrubber, ScrubberLocation location = ScrubberLocation.First)
    {
        if (!ExtensionScrubbers.TryGetValue(extension, out var scrubbers))
            ExtensionScrubbers[extension] = scrubbers = [];
        Add(scrubbers, (text, _) => scrubber(text), location);
    }

    public void ScrubLinesContaining(params string[] stringToMatch) =>
        ScrubLinesContaining(StringComparison.OrdinalIgnoreCase, stringToMatch);

    public void ScrubLinesContaining(StringComparison comparison, params string[] stringToMatch) =>
        AddScrubber(text => Lines.RemoveContaining(text, comparison, stringToMatch));

    public void ScrubLines(Func<string, bool> removeLine, ScrubberLocation location = ScrubberLocation.First) =>
        AddScrubber(text => Lines.Replace(text, line => removeLine(line) ? null : line), location);

    public void ScrubLinesWithReplace(Func<string, string?> replaceLine, ScrubberLocation location = ScrubberLocation.First) =>
        AddScrubber(text => Lines.Replace(text, replaceLine), location);

    public void ScrubEmptyLines(ScrubberLocation location = ScrubberLocation.First) =>
        AddScrubber(Lines.RemoveEmpty, location);

    public void ScrubInlineGuids(ScrubberLocation location = ScrubberLocation.First) =>
        Add(InstanceScrubbers, InlineGuids.Replace, location);

    internal static void Add(List<Action<StringBuilder, Counter>> scrubbers, Action<StringBuilder, Counter> scrubber, ScrubberLocation location) =>
        scrubbers.Insert(location == ScrubberLocation.First ? 0 : scrubbers.Count, scrubber);
}
