namespace VerifyCompat.Tests;

public sealed class ComparerTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task RegisterStringComparer_WithinTolerance_Passes()
    {
        File.WriteAllText(folder["case.verified.csv"], "1.0,2.0");

        await Check("1.1,1.9");
    }

    [Fact]
    public async Task RegisterStringComparer_BeyondTolerance_Fails()
    {
        File.WriteAllText(folder["case.verified.csv"], "1.0,2.0");

        var exception = await Assert.ThrowsAnyAsync<Exception>(async () => await Check("1.0,2.5"));

        Assert.Contains("Compare Result:\nlargest difference 0.5\n", exception.Message);
    }

    [Fact]
    public async Task UseStringComparer_ForExtension_WinsOverRegistered()
    {
        File.WriteAllText(folder["case.verified.csv"], "1.0,2.0");

        await Check("anything").UseStringComparer((_, _, _) => Task.FromResult(CompareResult.Equal), "csv");
    }

    public void Dispose() => folder.Dispose();

    private SettingsTask Check(string text) =>
        Verify(text, "csv").UseDirectory(folder.Root).UseFileName("case").DisableRequireUniquePrefix().DisableDiff();
}
