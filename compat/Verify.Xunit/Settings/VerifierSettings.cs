using System.Text;

namespace VerifyTests;

/// <summary>Settings for all tests of an assembly; to be set in a module initializer.</summary>
public static class VerifierSettings
{
    private static readonly Dictionary<string, StringCompare> Comparers = [];
    private static StringCompare? defaultComparer;

    internal static List<Action<StringBuilder, Counter>> GlobalScrubbers { get; } = [];

    internal static Encoding Encoding { get; private set; } = new UTF8Encoding(true, true);

    internal static bool UniquePrefixDisabled { get; private set; }

    internal static bool ContentOmitted { get; private set; }

    internal static bool ThrowException { get; private set; }

    internal static GlobalAutoVerify? AutoVerifyAll { get; private set; }

    public static void RegisterStringComparer(string extension, StringCompare compare)
    {
        RunState.ThrowIfVerifyHasBeenRun();
        Guards.BadExtension(extension);
        Comparers[extension] = compare;
    }

    public static void SetDefaultStringComparer(StringCompare compare)
    {
        RunState.ThrowIfVerifyHasBeenRun();
        defaultComparer = compare;
    }

    public static void AddScrubber(Action<StringBuilder> scrubber, ScrubberLocation location = ScrubberLocation.First)
    {
        RunState.ThrowIfVerifyHasBeenRun();
        VerifySettings.Add(GlobalScrubbers, (text, _) => scrubber(text), location);
    }

    public static void ScrubLinesContaining(params string[] stringToMatch)
    {
        RunState.ThrowIfVerifyHasBeenRun();
        AddScrubber(text => Lines.RemoveContaining(text, StringComparison.OrdinalIgnoreCase, stringToMatch));
    }

    public static void ScrubInlineGuids(ScrubberLocation location = ScrubberLocation.First)
    {
        RunState.ThrowIfVerifyHasBeenRun();
        VerifySettings.Add(GlobalScrubbers, InlineGuids.Replace, location);
    }

    public static void DisableRequireUniquePrefix()
    {
        RunState.ThrowIfVerifyHasBeenRun();
        UniquePrefixDisabled = true;
    }

    public static void OmitContentFromException() => ContentOmitted = true;

    public static void AutoVerify(bool includeBuildServer = true, bool throwException = false) =>
        AutoVerify((_, _, _) => true, includeBuildServer, throwException);

    public static void AutoVerify(GlobalAutoVerify autoVerify, bool includeBuildServer = true, bool throwException = false)
    {
        RunState.ThrowIfVerifyHasBeenRun();
        if (!includeBuildServer && BuildServer.Detected)
            return;

        AutoVerifyAll = autoVerify;
        ThrowException = throwException;
    }

    public static void UseUtf8NoBom() => UseEncoding(new UTF8Encoding(false, true));

    public static void UseEncoding(Encoding encoding)
    {
        RunState.ThrowIfVerifyHasBeenRun();
        Encoding = encoding;
    }

    internal static StringCompare? StringComparerFor(string extension) =>
        Comparers.GetValueOrDefault(extension) ?? defaultComparer;
}
