using System.Text.RegularExpressions;
using Latent.Tests;

namespace Latent.Integration.Tests;

/// <summary>Holds names, comments, messages and documents to the field's words.</summary>
public sealed partial class WordsTests
{
    private static readonly string[] Folders = ["benchmarks", "build", "docs", "runtime", "samples", "tests", "training"];
    private static readonly string[] Extensions = [".cake", ".cs", ".csproj", ".md", ".mjs", ".props", ".py", ".sh", ".targets", ".yaml"];
    private static readonly string[] SkippedFolders = ["bin", "node_modules", "obj"];

    // The word that is avoided, and the one to write. Each is found in prose and as a part of a name.
    private static readonly (string Avoided, string Written)[] Words =
    [
        ("redrawn", "reconstructed"), ("dreamt", "sampled from the prior"), ("picture", "image"), ("pictures", "images"), ("grey", "gray"),
        ("strange", "anomalous"), (
            "stranger", "more anomalous"), ("spoilt", "corrupt"), ("refuse", "reject"), ("refuses", "rejects"), ("refused", "rejected"),
        (
            "refusal",
            "rejection"), ("cure", "fix"), ("cures", "fixes"), ("genuine", "official"), ("stand-in", "fallback"), ("elsewhere", "interop"),
        ("verb", "operation or command"), (
            "verbs", "operations or commands"), ("nobody", "null, or who"), ("is told", "receives"), ("are told", "receive"),
        ("the article", "the paper"),
    ];

    // Names from outside, contracts, and words in another sense: a part of the path, and a part of the line.
    private static readonly (string Path, string Line)[] Allowed =
    [
        ("Latent.Integration.Tests/WordsTests.cs", ""),
        ("Latent.DetectService", "/digits/pictures/"),
        ("Latent.DetectService/Program.cs", "keep 'pictures'"),
        ("docs/embedding.md", "/digits/pictures/"),
        ("README.md", "/digits/pictures/"),
        ("CodecComparison.cs", "Pictures"),
        ("CodecComparison.cs", "'pictures'"),
        ("CodecBenchmarkCommand.cs", "result.Pictures"),
        ("Codecs/CodecGoldens.cs", "picture"),
        ("Codecs/CodecGraphs.cs", "picture"),
        ("Modules/ConvolutionalAutoencoder.cs", "(\"picture\", Unflatten"),
        ("UrlSourceTests.cs", "Connection refused"),
        ("recipes/movies-cf.yaml", "description: The article"),
    ];

    // Types that were renamed.
    private static readonly string[] OldNames =
    [
        "BusyException", "UnsupportedVerbException", "GreyPicture", "WordColumn", "WordVocabulary", "Trainee", "ITrainee", "WeightAverage",
        "WeightCopy",
        "ReconstructionFilm", "NeighbourMap", "PlaceErrors", "FreedMemory", "OwnData", "TasteExamples", "AskedAndGot", "LossPart",
    ];

    public static TheoryData<string> AvoidedWords() => [.. Words.Select(word => word.Avoided)];

    [Theory]
    [MemberData(nameof(AvoidedWords))]
    public void Text_OfTheRepository_AvoidsAWord(string word)
    {
        var written = Words.Single(entry => entry.Avoided == word).Written;
        var pattern = new Regex($"(?<![A-Za-z]){word}(?![a-z])|{char.ToUpperInvariant(word[0])}{word[1..]}(?![a-z])");

        Assert.True(Find(pattern) is [], $"Write \"{written}\" for \"{word}\":\n{string.Join('\n', Find(pattern))}");
    }

    [Fact]
    public void Names_OfFactories_AreVerbs() => Assert.Empty(Find(FactoryOf(), ".cs"));

    [Fact]
    public void Names_OfLimits_AreMaxAndMin() => Assert.Empty(Find(SuperlativeConstant(), ".cs"));

    [Fact]
    public void Names_ThatWereChanged_StayAway() => Assert.Empty(Find(new Regex($"\\b({string.Join('|', OldNames)})\\b"), ".cs"));

    private static List<string> Find(Regex pattern, string? extension = null) =>
    [
        .. Files().Where(file => extension is null || Path.GetExtension(file) == extension).SelectMany(file => File.ReadLines(file)
            .Select((line, i) => (Path: Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'), Number: i + 1, Text: line))
            .Where(line => pattern.IsMatch(line.Text)
                && !Array.Exists(Allowed, allowed => line.Path.Contains(allowed.Path) && line.Text.Contains(allowed.Line)))
            .Select(line => $"{line.Path}:{line.Number}: {line.Text.Trim()}")),
    ];

    private static IEnumerable<string> Files() => Directory.EnumerateFiles(Repository.Root, "*.md")
        .Concat(Folders.SelectMany(folder => Directory.EnumerateFiles(Repository.At(folder), "*", SearchOption.AllDirectories)))
        .Where(file => Extensions.Contains(Path.GetExtension(file)))
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Intersect(SkippedFolders).Any());

    [GeneratedRegex(@"\bstatic\b[^=;{]*\bOf(<[^>]+>)?\(")]
    private static partial Regex FactoryOf();

    [GeneratedRegex(@"\b(const|static readonly) \w+ (Most|Least|Fewest|Longest)[A-Z]?\w* =")]
    private static partial Regex SuperlativeConstant();
}
