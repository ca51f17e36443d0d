using EmptyFiles;

namespace VerifyTests;

/// <summary>One call of <c>Verify</c>: turns the target into text, compares it, reports.</summary>
internal sealed class InnerVerifier
{
    private readonly VerifySettings settings;
    private readonly TestCase test;
    private readonly Counter counter = new();
    private readonly string directory;
    private readonly FilePrefix prefix;
    private readonly HashSet<string> stale;
    private readonly TextScrubber scrubber;

    public InnerVerifier(VerifySettings settings, TestCase test)
    {
        RunState.Start($"{test.Type.NameWithParent()}.{test.Method.Name}");
        this.settings = settings;
        this.test = test;
        scrubber = new TextScrubber(settings, counter, new DirectoryScrubber(test.Project));
        directory = test.Directory(settings);
        prefix = FilePrefix.Of(test, settings);

        Directory.CreateDirectory(directory);
        if (!settings.UniquePrefixDisabled && !VerifierSettings.UniquePrefixDisabled)
            FilePrefix.ThrowIfUsed(Path.Combine(directory, prefix.Received));
        stale = [.. Files(prefix.Verified, "verified")];
        foreach (var file in Files(prefix.Received, "received"))
            File.Delete(file);
    }

    public Task<VerifyResult> VerifyText(string? target)
    {
        if (target is null)
            return VerifyObject(null);

        var text = target.TrimStart('\uFEFF');
        return Compare(target, scrubber.ScrubTarget("txt", text.Length == 0 ? "emptyString" : text), "txt");
    }

    public Task<VerifyResult> VerifyText(string? target, string extension)
    {
        Guards.BadExtension(extension);
        if (extension != "noextension" && !FileExtensions.IsTextExtension(extension))
        {
            throw new Exception(
                $"""
                Don't pass text for a binary extension.
                If {extension} is a text extension then use `FileExtensions.AddTextExtension("{extension}")` at initialization;
                Otherwise use `Target(string extension, Stream data, string? name)`.
                """);
        }

        return Compare(null, scrubber.ScrubTarget(extension, target ?? "null"), extension);
    }

    public Task<VerifyResult> VerifyObject(object? target) => target switch
    {
        string text => VerifyText(text),
        Stream or byte[] => throw new NotSupportedException("Binary targets need the genuine Verify.Xunit. Received: " + target.GetType()),
        _ => Compare(target, Newlines.Fix(new ObjectWriter(settings, counter, scrubber).Write(target)), "txt"),
    };

    private async Task<VerifyResult> Compare(object? target, string text, string extension)
    {
        var start = Path.Combine(directory, prefix.Received);
        var file = new FilePair(extension, $"{start}.received.{extension}", $"{Path.Combine(directory, prefix.Verified)}.verified.{extension}");
        var comparison = await Compare(file, text);
        stale.Remove(file.VerifiedPath);
        if (comparison.Outcome != Outcome.Equal || stale.Count > 0)
            AcceptOrThrow(comparison);
        return new VerifyResult([file], target);
    }

    private async Task<Comparison> Compare(FilePair file, string text)
    {
        try
        {
            return await TextComparer.Compare(file, text, settings);
        }
        catch (Exception exception)
        {
            throw new Exception($"Failed to compare files:\nReceivedPath: {file.ReceivedPath}\nVerifiedPath: {file.VerifiedPath}", exception);
        }
    }

    private void AcceptOrThrow(Comparison comparison)
    {
        var refused = stale.Where(file => !Accept(file, () => File.Delete(file))).ToList();
        var accepted = comparison.Outcome == Outcome.Equal
            || Accept(comparison.File.VerifiedPath, () => File.Move(comparison.File.ReceivedPath, comparison.File.VerifiedPath, overwrite: true));

        if (!accepted || refused.Count > 0 || settings.ThrowException || VerifierSettings.ThrowException)
            throw new VerifyException(FailureMessage.Build(directory, comparison, stale));
    }

    private bool Accept(string verifiedFile, Action act)
    {
        var accepted = VerifierSettings.AutoVerifyAll is { } all
            ? all(settings.TypeName ?? test.Type.NameWithParent(), settings.MethodName ?? test.Method.Name, verifiedFile)
            : settings.AutoVerifyFile?.Invoke(verifiedFile) ?? false;
        if (accepted)
            act();
        return accepted;
    }

    private IEnumerable<string> Files(string name, string kind) =>
        from file in Directory.EnumerateFiles(directory, $"*.{kind}.*")
        let fileName = Path.GetFileName(file)
        where fileName.StartsWith($"{name}.{kind}.", StringComparison.Ordinal) || fileName.StartsWith($"{name}#", StringComparison.Ordinal)
        select file;
}
