using Latent.Tests;

namespace Latent.Pipeline.Tests;

public sealed class IntrusionExampleTests
{
    private const string Opening = "    public static void Run(string file)\n    {\n";
    private const string Closing = "\n    }\n}\n";

    // A page that was fetched, as NSL-KDD records one, and the same connection refused on a port that nobody uses.
    private const string Normal = "0,tcp,http,SF,233,2032,0,0,0,0,0,1,0,0,0,0,0,0,0,0,0,0,8,8,0,0,0,0,1,0,0,63,255,1,0,0.02,0.05,0,0,0,0\n";
    private const string Scan = "0,tcp,private,REJ,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,229,10,0,0,1,1,0.04,0.06,0,255,10,0.04,0.06,0,0,0,0,1,1\n";

    [Fact]
    public void Example_InTheDocumentation_IsTheOneThatRuns()
    {
        var source = File.ReadAllText(Repository.At("tests", "Latent.Pipeline.Tests", "IntrusionExample.cs"));
        var body = source[(source.IndexOf(Opening, StringComparison.Ordinal) + Opening.Length)..^Closing.Length];

        Assert.Contains($"```csharp\n{body.Replace("\n        ", "\n")[8..]}\n```", File.ReadAllText(Repository.At("docs", "applications.md")));
    }

    [Fact]
    public void Example_OnAPageAndAScan_AlarmsAtTheScan()
    {
        var before = (Directory: Environment.CurrentDirectory, Output: Console.Out);
        using var output = new StringWriter();
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("connections.csv"), Normal + Scan);
        try
        {
            Environment.CurrentDirectory = Repository.Root;
            Console.SetOut(output);
            IntrusionExample.Run(folder.File("connections.csv"));
        }
        finally
        {
            Environment.CurrentDirectory = before.Directory;
            Console.SetOut(before.Output);
        }

        Assert.Matches(@"^row 0: score \d+(\.\d+)? > threshold 1\.51: [a-z_]+ \d+ %, [a-z_]+ \d+ %, [a-z_]+ \d+ %\s*$", output.ToString());
    }
}
