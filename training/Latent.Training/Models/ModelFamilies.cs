using Latent.Training.Data;
using Latent.Training.Layers;
using Latent.Training.Recipes;

namespace Latent.Training.Models;

/// <summary>The families of models that a recipe can name, in one list.</summary>
internal static class ModelFamilies
{
    private static readonly IReadOnlyDictionary<string, Func<Recipe, Dataset, BuiltModel>> Builders =
        new Dictionary<string, Func<Recipe, Dataset, BuiltModel>>
        {
            ["dense"] = BuildDense,
            ["variational"] = BuildVariational,
        };

    /// <summary>The names of the families, in order.</summary>
    public static IEnumerable<string> Names => Builders.Keys.Order(StringComparer.Ordinal);

    /// <summary>Makes the model that a recipe describes, for rows like the training rows.</summary>
    /// <exception cref="RecipeException">The options do not fit the family, or the rows.</exception>
    public static BuiltModel Build(Recipe recipe, Dataset train)
    {
        if (!Builders.TryGetValue(recipe.Family, out var build))
            throw new RecipeException(recipe.Options.Position, $"unknown family \"{recipe.Family}\". Known families: {string.Join(", ", Names)}.");

        var built = build(recipe, train);
        OutputStart.AtTheMean(built.Model, train);
        return built;
    }

    private static BuiltModel BuildDense(Recipe recipe, Dataset train)
    {
        var options = recipe.BindOptions<DenseOptions>();
        options = options with { Input = InputSize(options.Input, recipe.Options, train) };
        var model = new DenseAutoencoder(options, Normalizer.Fit(options.Normalization, train));
        return new BuiltModel(model, RecordBinder.ToJson(options));
    }

    private static BuiltModel BuildVariational(Recipe recipe, Dataset train)
    {
        var options = recipe.BindOptions<VariationalOptions>();
        options = options with { Input = InputSize(options.Input, recipe.Options, train) };
        var model = new VariationalAutoencoder(options, Normalizer.Fit(options.Normalization, train));
        return new BuiltModel(model, RecordBinder.ToJson(options));
    }

    private static int InputSize(int asked, RecipeMapping written, Dataset train) => asked == 0 || asked == train.SampleSize
        ? train.SampleSize
        : throw new RecipeException(written["input"]?.Position ?? written.Position, $"options.input is {asked}, and a row of {train.Name} has {train.SampleSize} numbers. Leave it out to take it from the data.");
}
