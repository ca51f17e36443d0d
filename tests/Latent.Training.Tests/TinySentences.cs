using Latent.Sequences;
using Latent.Training.Data;
using Latent.Training.Models.Sequences;
using Latent.Training.Recipes;

namespace Latent.Training.Tests;

/// <summary>Sentences of a small grammar, and a recipe small enough to train on them in a few seconds.</summary>
internal static class TinySentences
{
    private static readonly string[] Nouns = ["dog", "cat", "bird", "fish", "king"];
    private static readonly string[] Verbs = ["sees", "hears", "follows"];
    private static readonly string[] Ends = ["", " in the house", " by the old river", ", and is glad"];

    /// <summary>300 sentences of 6 to 10 tokens, the end included, from a fixed seed.</summary>
    public static IReadOnlyList<string> Lines { get; } = [.. Enumerable.Range(0, 300).Select(Line)];

    /// <summary>The sentences as rows, divided.</summary>
    public static DataSplits Data { get; } = DataSplits.Divide(TokenRows.Create("tiny", new WordTokenizer(), Lines), new DataOptions { Validation = SplitSize.Samples(40), Test = SplitSize.Samples(40) });

    /// <summary>An LSTM that reads in both directions.</summary>
    public static Recipe Recipe { get; } = new()
    {
        Name = "tiny-sentences",
        Family = "sequence",
        Options = TinyRuns.Options("""{ "embedding": 8, "encoder": 10, "decoder": 12, "latent": 3 }"""),
        Data = new DataSettings { Name = "tiny" },
        Fit = new FitSettings { Epochs = 2, BatchSize = 32, LearningRate = 0.01, Seed = 5, Threads = 1 },
    };

    /// <summary>A fresh model of a recipe, in evaluation mode, and the rows that it reads.</summary>
    public static (SequenceModel Model, DataSplits Rows) Fresh(Recipe recipe)
    {
        using var generator = TorchSharp.torch.manual_seed(4);
        var rows = SequenceFamily.Prepare(recipe, Data);
        var (model, _) = SequenceFamily.Build(recipe, rows.Train);
        model.eval();
        return (model, rows);
    }

    private static string Line(int number)
    {
        var random = new SplitMix64(11, (ulong)number);
        return $"The {Nouns[random.Below(5)]} {Verbs[random.Below(3)]} the {Nouns[random.Below(5)]}{Ends[random.Below(4)]}.";
    }
}
