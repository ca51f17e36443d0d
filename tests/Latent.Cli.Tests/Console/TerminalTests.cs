namespace Latent.Cli.Tests.Console;

public sealed class TerminalTests
{
    [Fact]
    public void Plain_WideTable_IsNotFolded()
    {
        using var output = new StringWriter();
        var table = Tables.Create(["first", "second"], "second");
        table.Add(new string('a', 300), new string('b', 300));

        Terminal.Plain(output, TextWriter.Null).Output.Write(table);

        Assert.Contains($"│ {new string('a', 300)} │ {new string('b', 300)} │\n", output.ToString());
    }

    [Fact]
    public void Plain_TextThatLooksLikeMarkup_StaysAsItIs()
    {
        using var output = new StringWriter();
        var table = Tables.Create(["name"]);
        table.Add("[red]784[/]");

        Terminal.Plain(output, TextWriter.Null).Output.Write(table);

        Assert.Contains("│ [red]784[/] │", output.ToString());
    }
}
