using Latent.Bundles;
using Latent.Codecs;
using Latent.Data;
using Latent.Fitting;
using Latent.Molecules;
using Latent.Runtime;
using Latent.Sequences;
using Latent.Tests;
using Latent.Training.Recipes;

namespace Latent.Training.Tests.Recipes;

/// <summary>
/// Every recipe works: with the profile <c>tiny</c> it is trained, exported, verified, loaded and used. A layer that
/// TorchSharp and ONNX Runtime compute differently, or that the exporter rejects, fails here.
/// </summary>
public sealed class TinyProfileTests : IDisposable
{
    private const string Tiny = "tiny";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string> Names() => [.. BuiltInRecipes.Names];

    // One recipe per kind of rows: these are trained on generated rows, as on machines without the data.
    public static TheoryData<string> NamesOfGenerated()
        => ["mnist-vae", "nslkdd-vae", "table-anomalies", "movies-cf", "tile-defects", "ct-codec", "verses-vae", "zinc-vae"];

    [Fact]
    public void Names_OfRecipes_AreThoseOfTheRepository() =>
        Assert.Equal(Directory.EnumerateFiles(Repository.At("training", "recipes"), "*.yaml")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Order(StringComparer.Ordinal), BuiltInRecipes.Names);

    [Theory]
    [MemberData(nameof(Names))]
    public void Recipe_WithTheTinyProfile_TrainsExportsAndRuns(string name) => TrainAndUse(name, generated: false);

    [Theory]
    [MemberData(nameof(NamesOfGenerated))]
    public void Recipe_OnGeneratedRows_TrainsExportsAndRuns(string name) => TrainAndUse(name, generated: true);

    private void TrainAndUse(string name, bool generated)
    {
        var (recipe, rows) = RecipeRows.Create(name, Tiny, folder, generated);
        var losses = new LossesOfEpochs();

        var outcome = TrainingRun.Execute(recipe, rows, new TrainingRunOptions { OutputFolder = folder["models"], Observer = losses });

        Assert.True(losses.Last < losses.First, $"the loss rose from {losses.First} to {losses.Last}");
        Assert.All(outcome.Metrics.Values, value => Assert.True(double.IsFinite(value)));
        using (var model = Autoencoder.Load(outcome.Folder))
            Assert.True(model.Verify().Passed);
        Use(outcome.Folder, recipe, rows.Test);
    }

    private static void Use(string bundle, Recipe recipe, Dataset rows)
    {
        var opened = Bundle.Open(bundle);
        switch (opened.Manifest.Family)
        {
            case "codec":
                UseCodec(bundle, rows);
                break;
            case "sequence" when TokenVocabulary.Read(opened.GetPath(opened.Manifest.Vocabulary!)).Tokenizer == new WordTokenizer().Name:
                UseSentences(bundle);
                break;
            case "sequence":
                UseMolecules(bundle);
                break;
            default:
                UseAutoencoder(bundle, rows, recipe.Data.Ratings is not null);
                break;
        }
    }

    private static void UseAutoencoder(string bundle, Dataset rows, bool isRecommender)
    {
        using var model = Autoencoder.Load(bundle);
        var few = rows.Subset([0, 1, 2]).Values;

        Assert.Equal(3, model.Encode(few).Count);
        Assert.All(model.Decode(model.Encode(few).Mean), value => Assert.True(float.IsFinite(value)));
        Assert.Equal(few.Length, model.Reconstruct(few).Length);
        if (model.Graphs.Contains("score"))
        {
            Assert.All(model.Score(few).Values, score => Assert.True(float.IsFinite(score)));
            Assert.Equal(3, model.Detect(few).Count);
        }
        if (model.Manifest.Latent?.Prior is not null)
            Assert.All(model.Sample(2, seed: 1), value => Assert.True(float.IsFinite(value)));
        if (isRecommender)
            UseRecommender(bundle);
    }

    private static void UseRecommender(string bundle)
    {
        using var recommender = Recommender.Load(bundle);

        Assert.Equal(5, recommender.TopK([new Rating(recommender.Items[0], 5)], 5).Count);
    }

    private static void UseCodec(string bundle, Dataset rows)
    {
        using var codec = ImageCodec.Load(bundle);
        var image = rows.Image!;

        var decoded = codec.Decompress(codec.Compress(rows.Row(0), image.Width, image.Height));

        Assert.Equal((image.Width, image.Height), (decoded.Width, decoded.Height));
        Assert.All(decoded.Pixels, pixel => Assert.InRange(pixel, 0, 1));
    }

    private static void UseSentences(string bundle)
    {
        using var model = SentenceModel.Load(bundle);

        Assert.Equal(2, model.Reconstruct(["the king sees the bird", "and the dog"]).Count);
        Assert.Equal(3, model.Interpolate("the king", "the bird", steps: 3).Count);
        Assert.Equal(2, model.Sample(2, seed: 1).Count);
    }

    private static void UseMolecules(string bundle)
    {
        using var generator = MoleculeGenerator.Load(bundle);

        Assert.Equal(generator.LatentSize, generator.Encode("CC").Length);
        Assert.Equal(4, generator.Sample(4, seed: 1).Count);
    }

    private sealed class LossesOfEpochs : ITrainingObserver
    {
        public double First { get; private set; } = double.NaN;

        public double Last { get; private set; }

        public void OnStep(TrainingProgress progress)
        {
        }

        // The term that every objective has, without the noise of training; the others come and go with annealing and growth.
        public void OnEpoch(EpochMetrics metrics)
        {
            Last = metrics.Validation!.Terms[0].Value;
            if (double.IsNaN(First))
                First = Last;
        }
    }
}
