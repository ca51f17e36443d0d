namespace VerifyCompat.Tests;

public sealed class FailureTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Verify_FirstRun_FailsAndWritesReceived()
    {
        var exception = await Assert.ThrowsAnyAsync<Exception>(async () => await Check("one\ntwo"));

        Assert.Equal(
            $"""
            Directory: {folder.Root}
            New:
              - Received: case.received.txt
                Verified: case.verified.txt

            FileContent:

            New:

            Received: case.received.txt
            one
            two


            """,
            exception.Message);
        Assert.Equal("VerifyException", exception.GetType().Name);
        Assert.Equal("one\ntwo", File.ReadAllText(folder["case.received.txt"]));
        Assert.Equal(0xEF, File.ReadAllBytes(folder["case.received.txt"])[0]);
    }

    [Fact]
    public async Task Verify_OtherText_FailsWithBothTexts()
    {
        File.WriteAllText(folder["case.verified.txt"], "old");

        var exception = await Assert.ThrowsAnyAsync<Exception>(async () => await Check("new"));

        Assert.Equal(
            $"""
            Directory: {folder.Root}
            NotEqual:
              - Received: case.received.txt
                Verified: case.verified.txt

            FileContent:

            NotEqual:

            Received: case.received.txt
            new
            Verified: case.verified.txt
            old


            """,
            exception.Message);
        Assert.Equal("old", File.ReadAllText(folder["case.verified.txt"]));
    }

    [Fact]
    public async Task Verify_ComparerGivesMessage_FailsWithMessage()
    {
        File.WriteAllText(folder["case.verified.txt"], "old");

        var exception = await Assert.ThrowsAnyAsync<Exception>(async () =>
            await Check("new").UseStringComparer((_, _, _) => Task.FromResult(CompareResult.NotEqual("off by 3"))));

        Assert.EndsWith("Received: case.received.txt\nVerified: case.verified.txt\nCompare Result:\noff by 3\n\n", exception.Message);
    }

    [Fact]
    public async Task Verify_VerifiedFileNoLongerProduced_FailsWithDelete()
    {
        File.WriteAllText(folder["case.verified.txt"], "same");
        File.WriteAllText(folder["case#00.verified.txt"], "left over");

        var exception = await Assert.ThrowsAnyAsync<Exception>(async () => await Check("same"));

        Assert.Equal(
            $"""
            Directory: {folder.Root}
            Delete:
              - case#00.verified.txt
            Equal:
              - Received: case.received.txt
                Verified: case.verified.txt

            """,
            exception.Message);
    }

    public void Dispose() => folder.Dispose();

    private SettingsTask Check(string text) =>
        Verify(text).UseDirectory(folder.Root).UseFileName("case").DisableRequireUniquePrefix().DisableDiff();
}
