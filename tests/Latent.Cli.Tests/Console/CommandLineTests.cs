namespace Latent.Cli.Tests.Console;

public sealed class CommandLineTests
{
    [Fact]
    public void Format_ArgumentsThatAShellWouldRead_QuotesThem() => Assert.Equal(
        "latent train --set 'options.hidden=[64, 32]' --data 'synthetic:digits?count=3' --out /tmp/a.b 'it'\\''s' ''",
        CommandLine.Format(
            ["latent", "train", "--set", "options.hidden=[64, 32]", "--data", "synthetic:digits?count=3", "--out", "/tmp/a.b", "it's", ""]));
}
