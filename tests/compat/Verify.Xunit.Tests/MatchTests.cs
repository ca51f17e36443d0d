namespace VerifyCompat.Tests;

public sealed class MatchTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Verify_SameText_Passes()
    {
        File.WriteAllText(folder["case.verified.txt"], "same");

        var result = await Check("same");

        Assert.Equal("same", result.Text);
        Assert.Equal(["case.verified.txt"], Directory.GetFiles(folder.Root).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Verify_Passes_DeletesReceivedFileOfAnEarlierRun()
    {
        File.WriteAllText(folder["case.verified.txt"], "same");
        File.WriteAllText(folder["case.received.txt"], "wrong");

        await Check("same");

        Assert.False(File.Exists(folder["case.received.txt"]));
    }

    [Theory]
    [InlineData("a\r\nb", "a\nb")]
    [InlineData("a\nb", "a\r\nb")]
    [InlineData("a\nb\n", "a\nb")]
    public async Task Verify_OnlyLineEndsDiffer_Passes(string verified, string received)
    {
        File.WriteAllText(folder["case.verified.txt"], verified);

        await Check(received);
    }

    [Fact]
    public async Task Verify_EmptyString_IsNamed() => Assert.Equal("emptyString", await Received(""));

    [Fact]
    public async Task Verify_Null_IsNamed() => Assert.Equal("null", await Received(null));

    [Fact]
    public async Task AutoVerify_FirstRun_AcceptsResult()
    {
        await Check("fresh").AutoVerify();

        Assert.Equal("fresh", File.ReadAllText(folder["case.verified.txt"]));
        Assert.False(File.Exists(folder["case.received.txt"]));
    }

    [Fact]
    public async Task ScrubLinesContaining_SomeLines_RemovesThem() =>
        Assert.Equal("a\nc", await Received("a\nB 1\nc", task => task.ScrubLinesContaining("b ")));

    [Fact]
    public async Task AddScrubber_Replaces_ChangesText() =>
        Assert.Equal("b", await Received("a", task => task.AddScrubber(text => text.Replace('a', 'b'))));

    [Fact]
    public async Task ScrubInlineGuids_TwoIdentifiers_AreNumbered() =>
        Assert.Equal(
            "Guid_1 Guid_2 Guid_1",
            await Received(
                "173535ae-995b-4cc6-a74e-8cd4be57039c 273535ae-995b-4cc6-a74e-8cd4be57039c 173535ae-995b-4cc6-a74e-8cd4be57039c",
                task => task.ScrubInlineGuids()));

    [Fact]
    public async Task Verify_TemporaryFolderInText_IsReplaced() =>
        Assert.Equal("in {TempPath}file.txt", await Received($"in {Path.Combine(Path.GetTempPath(), "file.txt")}"));

    public void Dispose() => folder.Dispose();

    private SettingsTask Check(string? text) =>
        Verify(text).UseDirectory(folder.Root).UseFileName("case").DisableRequireUniquePrefix().DisableDiff();

    private async Task<string> Received(string? text, Func<SettingsTask, SettingsTask>? change = null)
    {
        await (change ?? (task => task))(Check(text)).AutoVerify();
        return File.ReadAllText(folder["case.verified.txt"]);
    }
}
