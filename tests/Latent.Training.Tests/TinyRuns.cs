using Latent.Data;
using Latent.Fitting;
using Latent.Training.Autoencoders;
using Latent.Training.Autoencoders.Objectives;
using Latent.Training.Binding;
using Latent.Training.Families;
using Latent.Training.Recipes;
using Latent.Training.Rows;

namespace Latent.Training.Tests;

/// <summary>Recipes and rows small enough to train in a second.</summary>
internal static class TinyRuns
{
    /// <summary>Digits from the built-in generator, 28 x 28.</summary>
    public static DataSplits Digits { get; } = new DataCatalogue().Open(
        "synthetic:digits?count=700&seed=3", new DataOptions { Validation = SplitSize.Samples(150), Seed = 1 });

    /// <summary>A dense autoencoder, 784-32-8.</summary>
    public static Recipe Dense { get; } = new()
    {
        Name = "tiny-dense",
        Family = "dense",
        Options = Options("""{ "hidden": [32], "latent": 8 }"""),
        Data = new DataSettings { Name = "synthetic:digits" },
        Fit = new TrainerOptions { Epochs = 2, BatchSize = 64, Seed = 5, Threads = 1 },
    };

    /// <summary>A variational autoencoder, 784-32-4.</summary>
    public static Recipe Variational { get; } = new()
    {
        Name = "tiny-vae",
        Family = "variational",
        Options = Options("""{ "hidden": [32], "latent": 4 }"""),
        Data = new DataSettings { Name = "synthetic:digits" },
        Objective = new ObjectiveSettings { Likelihood = Likelihood.Bernoulli, Beta = 1 },
        Fit = new TrainerOptions { Epochs = 2, BatchSize = 64, Seed = 5, Threads = 1 },
    };

    /// <summary>Creates the trainable model of a recipe.</summary>
    public static TrainableAutoencoder Trainable(Recipe recipe, AutoencoderModel model) =>
        TrainableAutoencoder.Create(ModelFamilies.Autoencoder(recipe), model);

    /// <summary>Parses family options as they appear in a recipe.</summary>
    public static RecipeMapping Options(string json) =>
        (RecipeMapping)RecipeNode.FromJson(System.Text.Json.JsonDocument.Parse(json).RootElement, "test");

    /// <summary>Creates a model of a family for the digits, from a fixed seed.</summary>
    public static AutoencoderModel Model(string family, string options)
        => Model(Dense with { Family = family, Options = Options(options) });

    /// <summary>Creates a model of a recipe for the digits, from a fixed seed.</summary>
    public static AutoencoderModel Model(Recipe recipe)
    {
        TorchSharp.torch.manual_seed(5);
        return ModelFamilies.Build(recipe, Digits.Train).Model;
    }
}
