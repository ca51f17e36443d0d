using Latent.Tests;

namespace Latent.Pipeline.Tests;

public sealed class MoleculesDocumentationTests
{
    private const string Opening = "    public static void Run()\n    {\n";
    private const string Closing = "\n    }\n}\n";

    [Fact]
    public void Example_InTheDocumentation_IsTheOneThatRuns()
    {
        var source = File.ReadAllText(Repository.At("tests", "Latent.Pipeline.Tests", "MoleculesExample.cs"));
        var body = source[(source.IndexOf(Opening, StringComparison.Ordinal) + Opening.Length)..^Closing.Length];

        Assert.Contains($"```csharp\n{body.Replace("\n        ", "\n")[8..]}\n```", File.ReadAllText(Repository.At("docs", "applications.md")));
    }
}
