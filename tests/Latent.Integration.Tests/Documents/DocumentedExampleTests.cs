using Latent.Imaging;
using Latent.Tests;

namespace Latent.Integration.Tests;

public sealed class DocumentedExampleTests
{
    // A normal HTTP request in NSL-KDD format, and a rejected connection to an unused port.
    private const string Normal = "0,tcp,http,SF,233,2032,0,0,0,0,0,1,0,0,0,0,0,0,0,0,0,0,8,8,0,0,0,0,1,0,0,63,255,1,0,0.02,0.05,0,0,0,0\n";
    private const string Scan
        = "0,tcp,private,REJ,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,229,10,0,0,1,1,0.04,0.06,0,255,10,0.04,0.06,0,0,0,0,1,1\n";

    [Theory]
    [InlineData(nameof(ReadmeExample), "README.md")]
    [InlineData(nameof(IntrusionExample), "docs/applications.md")]
    [InlineData(nameof(TableExample), "docs/applications.md")]
    [InlineData(nameof(DefectsExample), "docs/applications.md")]
    [InlineData(nameof(CodecExample), "docs/applications.md")]
    [InlineData(nameof(RecommenderExample), "docs/applications.md")]
    [InlineData(nameof(MoleculesExample), "docs/applications.md")]
    [InlineData(nameof(SentencesExample), "docs/applications.md")]
    public void Example_InTheDocumentation_IsTheOneThatIsCompiled(string example, string document) =>
        Assert.Contains($"```csharp\n{DocumentedExample.CodeOf(example)}\n```", File.ReadAllText(Repository.At(document)));

    [Fact]
    public void Examples_OfTheApplications_AreAllCompiled() =>
        Assert.Equal(7, File.ReadAllText(Repository.At("docs", "applications.md")).Split("```csharp\n").Length - 1);

    [Fact]
    public void Intrusion_OnAPageAndAScan_AlarmsAtTheScan()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["connections.csv"], Normal + Scan);

        var output = DocumentedExample.OutputOf(() => IntrusionExample.Run(folder["connections.csv"]));

        Assert.Matches(@"^row 0: score \d+(\.\d+)? > threshold 1\.49: [a-z_]+ \d+ %, [a-z_]+ \d+ %, [a-z_]+ \d+ %\s*$", output);
    }

    [Fact]
    public void Defects_OnACheckerboard_AlarmsAndSavesTheHeatMap()
    {
        using var folder = new TemporaryFolder();
        var shape = new ImageShape(1, 128, 128);
        ImageTensor.SavePng(
            folder["photo.png"],
            [.. Enumerable.Range(0, shape.Size).Select(i => (i / 128 / 4 % 2) == (i % 128 / 4 % 2) ? 0.2f : 0.8f)],
            shape);
        var map = Repository.At("where.png");
        try
        {
            Assert.Matches(
                @"^row 0: score \d+(\.\d+)? > threshold 3\.59\s*$",
                DocumentedExample.OutputOf(() => DefectsExample.Run(folder["photo.png"])));
            Assert.Equal(new ImageShape(3, 512, 512), ImageTensor.Identify(map));
        }
        finally
        {
            File.Delete(map);
        }
    }

    [Fact]
    public void Codec_OnAGradient_WritesAFileAndReadsIt()
    {
        float[] pixels = [.. Enumerable.Range(0, 256 * 256).Select(i => (i / 256 / 512f) + (i % 256 / 512f))];
        var file = Repository.At("slice.lat");
        try
        {
            Assert.Matches(@"^\d+ bytes, 256 x 256 pixels\s*$", DocumentedExample.OutputOf(() => CodecExample.Run(pixels)));
            Assert.True(File.Exists(file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Recommender_OnThreeFilms_PrintsFiveOthers()
    {
        var lines = DocumentedExample.OutputOf(RecommenderExample.Run).Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(5, lines.Length);
        Assert.DoesNotContain(lines, line => line.Contains("Man of Steel", StringComparison.Ordinal));
    }

    [Fact]
    public void Sentences_OfTheReleasedModel_AreWritten()
    {
        var lines = DocumentedExample.OutputOf(SentencesExample.Run).Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

        Assert.InRange(lines.Length, 12, 16);
        Assert.All(lines, line => Assert.Matches(@"\S", line));
    }
}
