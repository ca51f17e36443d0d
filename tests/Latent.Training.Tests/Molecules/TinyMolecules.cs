using Latent.Data;
using Latent.Fitting;
using Latent.Shared;
using Latent.Training.Autoencoders.Objectives;
using Latent.Training.Recipes;
using Latent.Training.Rows;

namespace Latent.Training.Tests.Molecules;

/// <summary>Molecules of a small grammar, and a recipe small enough to train on them in a few seconds.</summary>
internal static class TinyMolecules
{
    private static readonly string[] Heads = ["C", "CC", "CO", "N", "F", "Cl", "CC(C)", "O=C(O)"];
    private static readonly string[] Rings = ["c1ccccc1", "c1ccncc1", "C1CCCC1", "c1cc[nH]c1", "c1ccc2ccccc2c1"];
    private static readonly string[] Bridges = ["", "C", "NC(=O)", "OC", "C(C)"];

    /// <summary>300 molecules of 7 to 20 atoms, from a fixed seed.</summary>
    public static IReadOnlyList<string> Lines { get; } = [.. Enumerable.Range(0, 300).Select(Line)];

    /// <summary>The molecules as rows, split.</summary>
    public static DataSplits Data { get; } =
        DataSplits.Divide(
            MoleculeRows.Create("tiny", Lines),
            new DataOptions { Validation = SplitSize.Samples(40), Test = SplitSize.Samples(40) });

    /// <summary>A sequence model with gated recurrent units.</summary>
    public static Recipe Recipe { get; } = new()
    {
        Name = "tiny-molecules",
        Family = "sequence",
        Options = TinyRuns.Options("""{ "cell": "gru", "length": 60, "bidirectional": false, "embedding": 12, "encoder": 16, "decoder": 48, "latent": 4, "shared_output": false }"""),
        Data = new DataSettings { Name = "tiny" },
        Objective = new ObjectiveSettings { Beta = 0.05 },
        Fit = new TrainerOptions { Epochs = 15, BatchSize = 32, LearningRate = 0.02, Seed = 5, Threads = 1 },
    };

    private static string Line(int number)
    {
        var random = new SplitMix64(11, (ulong)number);
        return Heads[random.Below(8)] + Bridges[random.Below(5)] + Rings[random.Below(5)];
    }
}
