namespace Latent.Cli.Tests.Input;

public sealed class RowReferenceTests
{
    [Theory]
    [InlineData("mnist:3", "mnist", 3L)]
    [InlineData("synthetic:digits:12", "synthetic:digits", 12L)]
    [InlineData("synthetic:digits", "synthetic:digits", null)]
    [InlineData("synthetic:digits?count=9:0", "synthetic:digits?count=9", 0L)]
    [InlineData("rows.npy", "rows.npy", null)]
    [InlineData("rows.npy:-1", "rows.npy:-1", null)]
    public void Parse_Text_SeparatesInputAndRow(string text, string input, long? row) =>
        Assert.Equal(new RowReference(input, row), RowReference.Parse(text));
}
