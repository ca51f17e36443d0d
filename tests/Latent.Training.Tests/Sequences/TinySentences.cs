using Latent.Data;
using Latent.Fitting;
using Latent.Sequences;
using Latent.Shared;
using Latent.Training.Families;
using Latent.Training.Recipes;
using Latent.Training.Rows;
using Latent.Training.Sequences;

namespace Latent.Training.Tests.Sequences;

/// <summary>Sentences of a small grammar, and a recipe small enough to train on them in a few seconds.</summary>
internal static class TinySentences
{
    private static readonly string[] Nouns = ["dog", "cat", "bird", "fish", "king"];
    private static readonly string[] Actions = ["sees", "hears", "follows"];
    private static readonly string[] Ends = ["", " in the house", " by the old river", ", and is glad"];

    /// <summary>300 sentences of 6 to 10 tokens, including the end token, from a fixed seed.</summary>
    public static IReadOnlyList<string> Lines { get; } = [.. Enumerable.Range(0, 300).Select(Line)];

    /// <summary>The sentences as rows, split.</summary>
    public static DataSplits Data { get; } = DataSplits.Divide(
        TokenRows.Create("tiny", new WordTokenizer(), Lines),
        new DataOptions { Validation = SplitSize.Samples(40), Test = SplitSize.Samples(40) });

    /// <summary>A sequence model with a bidirectional LSTM.</summary>
    public static Recipe Recipe { get; } = new()
    {
        Name = "tiny-sentences",
        Family = "sequence",
        Options = TinyRuns.Options("""{ "embedding": 8, "encoder": 10, "decoder": 12, "latent": 3 }"""),
        Data = new DataSettings { Name = "tiny" },
        Fit = new TrainerOptions { Epochs = 2, BatchSize = 32, LearningRate = 0.01, Seed = 5, Threads = 1 },
    };

    /// <summary>Returns an untrained model of a recipe, in evaluation mode, and its input rows.</summary>
    public static (SequenceModel Model, DataSplits Rows) Fresh(Recipe recipe)
    {
        using var generator = TorchSharp.torch.manual_seed(4);
        var rows = ModelFamilies.Prepare(recipe, Data);
        var model = SequenceBuilder.Build(SequenceFamily.OptionsOf(recipe), rows.Train);
        model.eval();
        return (model, rows);
    }

    private static string Line(int number)
    {
        var random = new SplitMix64(11, (ulong)number);
        return $"The {Nouns[random.Below(5)]} {Actions[random.Below(3)]} the {Nouns[random.Below(5)]}{Ends[random.Below(4)]}.";
    }
}
