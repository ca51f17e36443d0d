namespace VerifyTests;

/// <summary>How one result is named, scrubbed and compared.</summary>
public partial class VerifySettings
{
    public VerifySettings()
    {
    }

    public VerifySettings(VerifySettings? settings)
    {
        if (settings is null)
            return;

        Directory = settings.Directory;
        TypeName = settings.TypeName;
        MethodName = settings.MethodName;
        FileName = settings.FileName;
        Parameters = settings.Parameters;
        ParametersText = settings.ParametersText;
        UniquePrefixDisabled = settings.UniquePrefixDisabled;
        InstanceScrubbers = [.. settings.InstanceScrubbers];
        ExtensionScrubbers = settings.ExtensionScrubbers.ToDictionary(pair => pair.Key, pair => pair.Value.ToList());
        ScrubbersEnabled = settings.ScrubbersEnabled;
        ScrubGuidValues = settings.ScrubGuidValues;
        ScrubDateValues = settings.ScrubDateValues;
        stringComparer = settings.stringComparer;
        extensionComparers = settings.extensionComparers;
        AutoVerifyFile = settings.AutoVerifyFile;
        Context = new Dictionary<string, object>(settings.Context);
    }

    /// <summary>Anything a comparer wants to know.</summary>
    public Dictionary<string, object> Context { get; } = [];

    internal AutoVerify? AutoVerifyFile { get; private set; }

    internal bool ThrowException { get; private set; }

    /// <summary>Accepts the result of this test.</summary>
    public void AutoVerify(bool includeBuildServer = true, bool throwException = false) =>
        AutoVerify(_ => true, includeBuildServer, throwException);

    /// <inheritdoc cref="AutoVerify(bool, bool)"/>
    public void AutoVerify(AutoVerify autoVerify, bool includeBuildServer = true, bool throwException = false)
    {
        if (!includeBuildServer && BuildServer.Detected)
            return;

        AutoVerifyFile = autoVerify;
        ThrowException = throwException;
    }

    /// <summary>Opens no diff tool; none is ever opened here.</summary>
    public void DisableDiff()
    {
    }
}
