using Latent.Tests;

namespace Latent.Cli.Tests.Commands;

/// <summary>The commands of a sentence model, trained by the command itself on the lines of a file.</summary>
public sealed class SentenceCommandsTests(SentenceCommandsTests.Trained trained) : IClassFixture<SentenceCommandsTests.Trained>
{
    private const string Line = "the dog sees the cat .";

    [Fact]
    public void Train_OnAFileOfLines_WritesABundle() => Assert.Equal((ExitCode.Done, ""), (trained.Training.Code, trained.Training.Error));

    [Fact]
    public void Paraphrase_OfASentence_PrintsALineEach()
    {
        var result = CommandResult.Run("paraphrase", trained.Bundle, Line, "--count", "3", "--temperature", "2", "--word-temperature", "1");

        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        Assert.Equal(3, result.Output.TrimEnd().Split('\n').Length);
    }

    [Fact]
    public void Paraphrase_AsJson_ListsTheTexts()
    {
        var result = CommandResult.Run("paraphrase", trained.Bundle, Line, "--count", "2", "--json");

        Assert.Equal(trained.Bundle, result.Json.GetProperty("bundle").GetString());
        Assert.InRange(result.Json.GetProperty("texts").GetArrayLength(), 1, 2);
    }

    [Fact]
    public void Encode_OfAFileOfLines_WritesACodeEach()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["lines.txt"], $"\uFEFF{Line}\r\n\r\nthe zebra sees .\r\n");

        var result = CommandResult.Run("encode", trained.Bundle, folder["lines.txt"], "--out", folder["codes.csv"]);

        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        Assert.Equal(3, File.ReadAllLines(folder["codes.csv"]).Length);
    }

    [Theory]
    [InlineData(
        "the dog .\nthe the the the the the the the the the the the\n", "A text has an invalid number of tokens.\nWhere: {0}, text 2\n")]
    [InlineData("\n\n", "There is no text.\nWhere: {0}\n")]
    public void Detect_OfAFileThatCannotBeRead_SaysWhere(string text, string message)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["lines.txt"], text);

        var result = CommandResult.Run("detect", trained.Bundle, folder["lines.txt"]);

        Assert.Equal(ExitCode.BadInput, result.Code);
        Assert.StartsWith(string.Format(null, message, folder["lines.txt"]), result.Error);
    }

    [Fact]
    public void Paraphrase_OfAnUnknownWord_SaysWhich()
    {
        var result = CommandResult.Run("paraphrase", trained.Bundle, "the zebra sees the cat .", "--count", "1");

        Assert.Equal(ExitCode.Done, result.Code);
        Assert.StartsWith("note: the model does not know \"zebra\".", result.Error);
    }

    [Theory]
    [InlineData("", "A text has no tokens.")]
    [InlineData("the the the the the the the the the the the the", "A text is too long for the model.")]
    public void Paraphrase_OfWhatCannotBeRead_IsBadInput(string text, string message)
    {
        var result = CommandResult.Run("paraphrase", trained.Bundle, text);

        Assert.Equal(ExitCode.BadInput, result.Code);
        Assert.StartsWith(message, result.Error);
    }

    [Fact]
    public void Interpolate_BetweenSentences_PrintsALinePerStep()
    {
        var result = CommandResult.Run("interpolate", trained.Bundle, Line, "the king hears the bird .", "--steps", "4", "--beams", "2");

        Assert.Equal(ExitCode.Done, result.Code);
        Assert.Equal(4, result.Output.TrimEnd('\n').Split('\n').Length);
    }

    [Fact]
    public void Sample_OfSentences_IsTheSameForASeed()
    {
        var (first, second) = (CommandResult.Run("sample", trained.Bundle, "--count", "5", "--seed", "4"), CommandResult.Run(
            "sample",
            trained.Bundle,
            "--count",
            "5",
            "--seed",
            "4"));

        Assert.Equal(ExitCode.Done, first.Code);
        Assert.Equal(first.Output, second.Output);
    }

    [Fact]
    public void Sample_WithBeamsAndSampling_SaysThatTheyExclude()
    {
        var result = CommandResult.Run("sample", trained.Bundle, "--beams", "3", "--word-temperature", "0.5");

        Assert.Equal(ExitCode.BadInput, result.Code);
        Assert.StartsWith("A decoding option is out of range.", result.Error);
    }

    [Fact]
    public void Evaluate_OnAFileOfLines_MeasuresThoseThatFit()
    {
        var result = CommandResult.Run("evaluate", trained.Bundle, "--data", trained.Lines, "--json");

        Assert.Equal(ExitCode.Done, result.Code);
        Assert.True(result.Json.GetProperty("metrics").GetProperty("perplexity_bound").GetDouble() > 1);
    }

    [Fact]
    public void Verify_OfTheBundle_Passes() => Assert.Equal(ExitCode.Done, CommandResult.Run("verify", trained.Bundle).Code);

    [Fact]
    public void Decode_OfAModelOfSentences_SaysThatItHasNoSuchGraph()
    {
        using var folder = new TemporaryFolder();
        CommandResult.Run("sample", trained.Bundle, "--count", "1");
        File.WriteAllText(folder["codes.csv"], "0,0,0\n");

        var result = CommandResult.Run("decode", trained.Bundle, folder["codes.csv"], "--out", folder["rows.npy"]);

        Assert.Equal(ExitCode.BadInput, result.Code);
        Assert.StartsWith("The model has no graph for this operation.", result.Error);
    }

    public sealed class Trained : IDisposable
    {
        private static readonly string[] Nouns = ["dog", "cat", "bird", "fish", "king"];
        private static readonly string[] Actions = ["sees", "hears", "follows"];

        private readonly TemporaryFolder folder = new();

        public Trained()
        {
            Lines = folder["lines.txt"];
            File.WriteAllLines(Lines, Enumerable.Range(0, 150)
                .Select(i => $"The {Nouns[i % 5]} {Actions[i % 3]} the {Nouns[i * i % 5]}{(i % 2 == 0 ? "" : " in the house")}."));
            Training = CommandResult.Run(
                "train", "verses-vae", "--profile", "quick", "--data", Lines, "--out", folder
                    .Path, "--set", "data.validation=20", "--set", "options.latent=3",
                "--set", "options.vocabulary=0", "--set", "fit.epochs=5", "--set", "fit.batch_size=16");
        }

        internal CommandResult Training { get; }

        internal string Lines { get; }

        internal string Bundle => folder["verses-vae"];

        public void Dispose() => folder.Dispose();
    }
}
