using Latent.Bundles;
using Latent.Data;
using Latent.Fitting;
using Latent.Shared;
using Latent.Training.Autoencoders.Objectives;
using Latent.Training.Recipes;
using Latent.Training.Rows;

namespace Latent.Training.Tests.Recommenders;

/// <summary>Ratings of users who each prefer one of four kinds of items, and recipes for them.</summary>
internal static class TinyRatings
{
    private const int Users = 400;
    private const int Items = 48;
    private const int Kinds = 4;

    /// <summary>The users, split.</summary>
    public static DataSplits Data { get; } = DataSplits.Divide(
        Make(), new DataOptions { Validation = SplitSize.Samples(60), Test = SplitSize.Samples(80), Seed = 1 });

    /// <summary>A variational autoencoder with a multinomial likelihood.</summary>
    public static Recipe Multinomial { get; } = new()
    {
        Name = "tiny-ratings",
        Family = "variational",
        Options = TinyRuns.Options(
            """{ "hidden": [], "latent": 8, "normalization": "presence", "unit_length": true, "output": "softmax" }"""),
        Data = new DataSettings { Name = "tiny", Ratings = new RatingOptions() },
        Objective = new ObjectiveSettings { Likelihood = Likelihood.Multinomial, Beta = 0.1 },
        Corruption = new CorruptionSettings { Kind = CorruptionKind.Masking, Level = 0.5, Clamp = false },
        Fit = new TrainerOptions { Epochs = 20, BatchSize = 20, LearningRate = 0.01, Seed = 5, Threads = 1 },
    };

    /// <summary>A dense autoencoder with SELU activations and dropout on the latents, which predicts ratings.</summary>
    public static Recipe Rated { get; } = Multinomial with
    {
        Name = "tiny-rated",
        Family = "dense",
        Options = TinyRuns.Options("""{ "hidden": [16], "activation": "selu", "code_activation": "selu", "dropout": 0.2, "latent": 8, "normalization": "max", "output": "identity" }"""),
        Objective = new ObjectiveSettings { Likelihood = Likelihood.Rated },
    };

    private static Dataset Make()
    {
        var random = new SplitMix64(11);
        var values = new float[Users * Items];
        for (var user = 0; user < Users; user++)
        {
            var kind = random.Below(Kinds);
            for (var i = 0; i < 8; i++)
                values[(user * Items) + (random.Below(Items / Kinds) * Kinds) + kind] = 1 + random.Below(5);
            for (var i = 0; i < 2; i++)
                values[(user * Items) + random.Below(Items)] = 1 + random.Below(5);
        }

        string[] ids = [.. Enumerable.Range(0, Items).Select(item => $"i{item}")];
        return new Dataset("tiny", new RatingSchema(new ItemVocabulary(ids, [.. ids.Select(id => $"Item {id}")])), values);
    }
}
