namespace VerifyCompat.Tests;

public class NamingTests
{
    [Fact]
    public Task Verify_Default_LiesInDerivedFolder() => Verify("NamingTests.Verify_Default_LiesInDerivedFolder");

    [Theory]
    [InlineData("a/b", 3)]
    [InlineData("plain", 4)]
    public Task UseParameters_TwoValues_ArePartOfName(string name, int count) => Verify($"{name} {count}").UseParameters(name, count);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public Task UseTextForParameters_GivenText_IsPartOfName(int number) => Verify(number.ToString()).UseTextForParameters($"number-{number}");

    [Fact]
    public Task UseMethodName_OtherName_ReplacesMethod() => Verify("other").UseMethodName("OtherMethod");

    [Fact]
    public Task UseTypeName_OtherName_ReplacesType() => Verify("other").UseTypeName("OtherType");

    [Fact]
    public Task Verify_OtherExtension_NamesFile() => Verify("# heading", "md");

    [Fact]
    public async Task Verify_BinaryExtension_Fails()
    {
        var exception = await Assert.ThrowsAsync<Exception>(async () => await Verify("text", "png").DisableDiff());

        Assert.StartsWith("Don't pass text for a binary extension.", exception.Message);
    }

    [Fact]
    public async Task Verify_TwiceInOneTest_Fails()
    {
        await Verify("first");

        var exception = await Assert.ThrowsAsync<Exception>(async () => await Verify("second").DisableDiff());

        Assert.StartsWith("The prefix has already been used: ", exception.Message);
    }

    [Fact]
    public void UseFileName_AfterMethodName_Fails()
    {
        var settings = new VerifySettings();
        settings.UseMethodName("Method");

        var exception = Assert.Throws<Exception>(() => settings.UseFileName("file"));

        Assert.Equal("UseFileName is not compatible with UseMethodName or UseTypeName.", exception.Message);
    }

    [Fact]
    public void UseDirectory_InvalidCharacter_Fails() =>
        Assert.Throws<ArgumentException>(() => new VerifySettings().UseDirectory("a\0b"));

    [Fact]
    public async Task RegisterStringComparer_AfterARun_Fails()
    {
        await Verify("run");

        var exception = Assert.Throws<Exception>(() => VerifierSettings.RegisterStringComparer("tsv", NumberComparer.Compare));

        Assert.Contains(" must be called prior to any Verify has run.", exception.Message);
    }
}
