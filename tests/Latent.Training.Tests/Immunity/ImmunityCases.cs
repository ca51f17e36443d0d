using Latent.Data;
using Latent.Shared;
using Latent.Training.Autoencoders.Objectives;
using Latent.Training.Recipes;
using Latent.Training.Tests.Codecs;
using Latent.Training.Tests.Recommenders;
using Latent.Training.Tests.Sequences;

namespace Latent.Training.Tests.Immunity;

/// <summary>One recipe per objective, on rows small enough for steps of one to two milliseconds.</summary>
internal static class ImmunityCases
{
    private const int Rows = 320;
    private const int Side = 8;

    private static readonly DataSplits Images = SplitsOf(MakeImages());

    /// <summary>The cases by name.</summary>
    public static Dictionary<string, (Recipe Recipe, DataSplits Data)> ByName { get; } = new()
    {
        ["squared_error"] = Plain("dense", """{ "hidden": [32], "latent": 8 }""", new()),
        ["contraction"] = Plain("dense", """{ "hidden": [32], "latent": 8, "activation": "leaky_relu" }""", new() { Contraction = 0.01 }),
        ["contraction_selu"] = Plain("dense", """{ "hidden": [32], "latent": 8, "activation": "selu" }""", new() { Contraction = 0.01 }),
        ["tied"] = Plain("dense", """{ "hidden": [32], "latent": 8, "tied": true }""", new()),
        ["residual"] = Plain("residual", """{ "width": 32, "latent": 8 }""", new()),
        ["attention"] = Plain("attention", """{ "channels": [4, 4], "heads": 2, "latent": 4 }""", new()),
        ["convolutional"] = Plain("convolutional", """{ "channels": [4, 4], "latent": 4 }""", new()),
        ["half_squared_error"] = Plain("variational", Gaussian, new() { Beta = 0.5 }),
        ["cross_entropy"] = Plain("variational", Gaussian, new() { Likelihood = Likelihood.Bernoulli, Annealing = new() { Epochs = 2 } }),
        ["importance"] = Plain("variational", Gaussian, new() { Likelihood = Likelihood.Bernoulli, Importance = new() { Samples = 3 } }),
        ["composite_prior"] = Plain("variational", Gaussian, new() { Likelihood = Likelihood.Bernoulli, Prior = PriorKind.Composite }),
        ["kl_sparsity"] = Plain("sparse", """{ "hidden": [32], "latent": 8 }""", new() { Sparsity = new() }),
        ["l1_sparsity"] = Plain(
            "dense",
            """{ "hidden": [32], "latent": 8 }""",
            new() { Sparsity = new() { Kind = SparsityKind.L1, Weight = 0.01 } }),
        ["l0_sparsity"] = Plain(
            "jump_relu",
            """{ "hidden": [32], "latent": 16 }""",
            new() { Sparsity = new() { Kind = SparsityKind.L0, Target = 4 }, Auxiliary = Revival }),
        ["top_k"] = Plain("topk", """{ "hidden": [32], "latent": 16, "active": 4 }""", new() { Auxiliary = Revival }),
        ["batch_top_k"] = Plain("batch_topk", """{ "hidden": [32], "latent": 16, "active": 4 }""", new() { Auxiliary = Revival }),
        ["gaussian_corruption"] = Corrupted(new() { Kind = CorruptionKind.Gaussian }),
        ["masking"] = Corrupted(new() { Kind = CorruptionKind.Masking }),
        ["salt_and_pepper"] = Corrupted(new() { Kind = CorruptionKind.SaltAndPepper }),
        ["multinomial"] = (TinyRatings.Multinomial with
        {
            Objective = TinyRatings.Multinomial
            .Objective with
            { BetaPerRating = true }
        }, TinyRatings.Data),
        ["rated"] = (TinyRatings.Rated with { Corruption = TinyRatings.Rated.Corruption! with { DrawHidden = true } }, TinyRatings.Data),
        ["sequence"] = (TinySentences.Recipe with
        {
            Objective = new()
            {
                FreeBits = 0.1,
                WordDropout = 0.3,
                Annealing = new() { Epochs = 2 }
            }
        }, TinySentences.Data),
        ["codec"] = (TinyCodec.Recipe, TinyCodec.Digits),
        ["codec_batch"] = (TinyCodec.Recipe with
        {
            Options = TinyRuns.Options(
            """{ "widths": [8], "latent": 12, "context": 8, "rates": 3, "patch": 16, "normalization": "batch" }""")
        }, TinyCodec.Digits),
    };

    private static string Gaussian => """{ "hidden": [32], "latent": 4 }""";

    private static AuxiliarySettings Revival => new() { Latents = 4, DeadAfterRows = 32 };

    private static (Recipe Recipe, DataSplits Data) Plain(string family, string options, ObjectiveSettings objective) =>
        (TinyRuns.Dense with { Family = family, Options = TinyRuns.Options(options), Objective = objective }, Images);

    private static (Recipe Recipe, DataSplits Data) Corrupted(CorruptionSettings corruption)
    {
        var (recipe, data) = Plain("dense", """{ "hidden": [32], "latent": 8 }""", new());
        return (recipe with { Corruption = corruption }, data);
    }

    private static DataSplits SplitsOf(Dataset rows) =>
        new(rows, rows.Subset([.. Enumerable.Range(0, 16)]), rows.Subset([.. Enumerable.Range(16, 16)]));

    private static Dataset MakeImages()
    {
        var random = new SplitMix64(7);
        var values = new float[Rows * Side * Side];
        for (var i = 0; i < values.Length; i++)
            values[i] = random.Below(1000) / 999f;
        return new Dataset("rows", [1, Side, Side], values);
    }
}
