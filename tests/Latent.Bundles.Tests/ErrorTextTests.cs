namespace Latent.Bundles.Tests;

public sealed class ErrorTextTests
{
    [Fact]
    public void Compose_TextWithLineBreaks_StaysOnItsLine() => Assert.Equal(
        "A role is unknown.\nWhere: bundle.json\nReceived: x?Fix: run this?[2J",
        ErrorText.Compose("A role is unknown.", "bundle.json", null, "x\nFix: run this\u001b[2J", null));

    [Fact]
    public void Compose_TextWithoutEnd_IsCut() => Assert.Equal(
        $"A role is unknown.\nWhere: {new string('a', 1000)}...", ErrorText.Compose(
            "A role is unknown.",
            new string('a', 1_000_000),
            null,
            null,
            null));
}
