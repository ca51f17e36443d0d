using Latent.Data;
using Latent.Files;
using Latent.Training.Autoencoders.Objectives;
using Latent.Training.Binding;
using Latent.Training.Recipes;

namespace Latent.Training.Sequences;

/// <summary>The model family for token sequences.</summary>
internal static class SequenceFamily
{
    /// <summary>The family name in recipes and bundles.</summary>
    public const string Name = "sequence";

    /// <summary>Returns whether a recipe selects this family.</summary>
    public static bool Is(Recipe recipe) => recipe.Family == Name;

    /// <summary>Converts data to the rows of the model of a recipe: in its vocabulary, and of its length.</summary>
    /// <exception cref="RecipeException">The options are invalid, or leave no rows.</exception>
    /// <exception cref="DataException">The rows are not tokens.</exception>
    public static DataSplits Prepare(Recipe recipe, DataSplits data)
    {
        var options = RecordBinder.Bind<SequenceOptions>(recipe.Options, "options");
        var vocabulary = TokenPreparation.MostFrequent(data.Train, options.Vocabulary);
        var length = options.Length == 0 ? MaxLengthOf(data.Train) : options.Length;
        var train = TokenPreparation.Fit(data.Train, vocabulary, length);
        return train.Count > 0
            ? new DataSplits(train, TokenPreparation.Fit(data.Validation, vocabulary, length), TokenPreparation.Fit(data.Test, vocabulary, length))
            : throw new RecipeException(
                recipe.Options["length"]?.Position ?? recipe.Options.Position,
                $"options.length leaves no rows: every sequence of {data.Name} has more than {length} tokens, including the end token. " +
                "Increase it.");
    }

    /// <summary>Rejects settings that sequence models do not support.</summary>
    /// <exception cref="RecipeException">The recipe has a setting that sequence models do not support.</exception>
    public static void Check(Recipe recipe, DataSplits data)
    {
        (bool IsThere, string Name)[] unknown =
        [
            (recipe.Corruption is not null, "corruption"), (recipe.Growth is not null, "growth"), (recipe.Objective.Sparsity is not null, "objective.sparsity"),
            (recipe.Objective.Contraction > 0, "objective.contraction"), (recipe.Objective.Auxiliary is not null, "objective.auxiliary"), (recipe.Objective.Importance is not null, "objective.importance"),
            (recipe.Objective.Prior != PriorKind.Standard, "objective.prior"),
        ];
        if (unknown.FirstOrDefault(setting => setting.IsThere) is { Name: { } name })
            throw new RecipeException(recipe.Options.Position, $"{name} is not supported for family {Name}. Leave it out.");
        if (data.Test.Count == 0)
            throw new RecipeException(
                recipe.Options.Position, $"the test split of {data.Name} is empty, and a bundle includes metrics of its rows. Raise data.test.");
    }

    /// <summary>Builds an untrained model for prepared rows, and resolves its options.</summary>
    public static (SequenceModel Model, SequenceOptions Options) Build(Recipe recipe, Dataset train)
    {
        var options = RecordBinder.Bind<SequenceOptions>(recipe.Options, "options") with { Vocabulary = train.Vocabulary!.Count, Length = train.SampleSize };
        var model = new SequenceModel(options);
        SequenceStart.AtFrequencies(model, train);
        return (model, options);
    }

    private static int MaxLengthOf(Dataset rows) => Enumerable.Range(0, rows.Count).Max(row => TokenPreparation.LengthOf(rows.Row(row)));
}
