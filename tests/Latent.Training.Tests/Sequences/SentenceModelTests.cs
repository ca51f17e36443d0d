using Latent.Bundles;
using Latent.Runtime;
using Latent.Sequences;
using Latent.Tests;
using Latent.Training.Autoencoders.Objectives;

namespace Latent.Training.Tests.Sequences;

/// <summary>The operations of <see cref="SentenceModel"/> on a model of a small grammar.</summary>
public sealed class SentenceModelTests : IClassFixture<SentenceModelTests.Trained>
{
    private const string Line = "The dog sees the cat.";

    private readonly Trained trained;

    public SentenceModelTests(Trained trained) => this.trained = trained;

    private SentenceModel Model => trained.Model;

    [Fact]
    public void Sample_OfALearntGrammar_KeepsToIt()
    {
        var texts = Model.Sample(20, seed: 1);

        Assert.Equal(texts, Model.Sample(20, seed: 1));
        Assert.All(texts, text => Assert.Matches("^the (dog|cat|bird|fish|king) (sees|hears|follows) the (dog|cat|bird|fish|king)", text));
    }

    [Fact]
    public void Encode_OfAText_IsTheSameWhateverItsCaseAndSpaces()
    {
        var codes = Model.Encode(Line, "  the DOG sees the cat  .");

        Assert.Equal(codes.Mean[..Model.LatentSize], codes.Mean[Model.LatentSize..]);
        Assert.NotNull(codes.LogVariance);
    }

    [Fact]
    public void Paraphrase_OfAText_GivesDistinctTextsThatTheSeedDecides()
    {
        var texts = Model.Paraphrase(Line, count: 6, temperature: 1, seed: 3);

        Assert.Equal(texts, Model.Paraphrase(Line, count: 6, temperature: 1, seed: 3));
        Assert.Equal(texts.Distinct(), texts);
    }

    [Fact]
    public void Paraphrase_WithoutTemperature_IsTheReconstruction() =>
        Assert.Equal(Model.Reconstruct([Line]), Model.Paraphrase(Line, count: 4, temperature: 0));

    [Fact]
    public void Interpolate_BetweenTwoTexts_BeginsAndEndsAtTheirReconstructions()
    {
        var texts = Model.Interpolate(Line, "The king hears the bird by the old river.", steps: 5);

        Assert.Equal(5, texts.Count);
        Assert.Equal(Model.Reconstruct([Line, "The king hears the bird by the old river."]), [texts[0], texts[^1]]);
    }

    [Fact]
    public void Score_OfWordsInNoOrder_IsHigher()
    {
        var scores = Model.Score(Line, "Cat the the. dog sees");

        Assert.True(scores[1] > scores[0] + 3);
    }

    [Fact]
    public void UnknownTokens_OfAText_AreThoseThatNoTrainingTextHas() =>
        Assert.Equal(["zebra", "?"], Model.UnknownTokens("The zebra sees the dog?"));

    [Theory]
    [InlineData("",
        "A text has no tokens.\nWhere: Encode, argument 'texts'\nExpected: at least one word or punctuation mark\n" +
        "Received: none in text 1\nFix: omit empty texts.")]
    [InlineData(" \t",
        "A text has no tokens.\nWhere: Encode, argument 'texts'\nExpected: at least one word or punctuation mark\n" +
        "Received: none in text 1\nFix: omit empty texts.")]
    [InlineData("a b c d e f g h i j k l m n",
        "A text is too long for the model.\nWhere: Encode, argument 'texts'\nExpected: at most 10 words and punctuation marks\n" +
        "Received: 14 in text 1\nFix: shorten or split the text.")]
    public void Encode_OfATextThatCannotBeRead_SaysWhy(string text, string message) =>
        Assert.Equal(message, Assert.Throws<InputException>(() => Model.Encode(Line, text)).Message);

    [Fact]
    public void Encode_OfHalfACharacter_IsRejected() => Assert.Equal(
        "A text is not valid Unicode.\nWhere: Encode, argument 'texts'\nExpected: complete characters\nReceived: " +
        "an unpaired surrogate in text 0\nFix: read the text with its actual encoding.",
        Assert.Throws<InputException>(() => Model.Encode($"the {(char)0xD800} dog")).Message);

    [Fact]
    public void Paraphrase_WithNothingToSample_IsRejected() =>
        Assert.StartsWith(
            "The number of texts is out of range.",
            Assert.Throws<InputException>(() => Model.Paraphrase(Line, count: 0)).Message);

    [Fact]
    public void Sample_AtNoTemperature_IsRejected() =>
        Assert.StartsWith(
            "The temperature is out of range.",
            Assert.Throws<InputException>(() => Model.Sample(1, seed: 0, temperature: double.NaN)).Message);

    [Fact]
    public void Interpolate_WithOnePoint_IsRejected() =>
        Assert.StartsWith(
            "The number of steps is out of range.",
            Assert.Throws<InputException>(() => Model.Interpolate(Line, Line, steps: 1)).Message);

    [Fact]
    public void Load_OfAModelOfImages_SaysWhatItIs()
    {
        using var folder = new TemporaryFolder();
        var outcome = TrainingRun.Execute(
            TinyRuns.Dense with { Fit = TinyRuns.Dense.Fit with { Epochs = 1 } },
            TinyRuns.Digits,
            new TrainingRunOptions { OutputFolder = folder.Path });

        var error = Assert.Throws<BundleException>(() => SentenceModel.Load(outcome.Folder));

        Assert.EndsWith(
            "Expected: a vocabulary and the graphs encode and step\nReceived: " +
            "family dense, graphs decode, encode, reconstruct, score\nFix: load it with Autoencoder.",
            error.Message);
    }

    public sealed class Trained : IDisposable
    {
        private readonly TemporaryFolder folder = new();

        public Trained()
        {
            var recipe = TinySentences.Recipe with
            {
                Fit = TinySentences.Recipe.Fit with { Epochs = 25 },
                Objective = new ObjectiveSettings { FreeBits = 0.8, WordDropout = 0.2 },
            };
            Model = SentenceModel.Load(
                TrainingRun.Execute(recipe, TinySentences.Data, new TrainingRunOptions { OutputFolder = folder.Path }).Folder);
        }

        public SentenceModel Model { get; }

        public void Dispose()
        {
            Model.Dispose();
            folder.Dispose();
        }
    }
}
