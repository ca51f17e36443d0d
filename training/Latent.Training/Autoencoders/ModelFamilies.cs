using System.Text.Json.Nodes;
using Latent.Data;
using Latent.Training.Autoencoders.Codes;
using Latent.Training.Autoencoders.Networks;
using Latent.Training.Binding;
using Latent.Training.Normalization;
using Latent.Training.Recipes;
using Latent.Training.Sequences;

namespace Latent.Training.Autoencoders;

/// <summary>
/// The model families that a recipe can name. A network family (dense, convolutional, ...) has a plain code; a code family
/// (variational, sparse, ...) works with any network.
/// </summary>
public static class ModelFamilies
{
    private static readonly IReadOnlyDictionary<NetworkKind, Type> Networks = new Dictionary<NetworkKind, Type>
    {
        [NetworkKind.Dense] = typeof(DenseOptions),
        [NetworkKind.Convolutional] = typeof(ConvolutionalOptions),
        [NetworkKind.Residual] = typeof(ResidualOptions),
        [NetworkKind.Attention] = typeof(AttentionOptions),
    };

    private static readonly IReadOnlyDictionary<string, Type> Codes = new Dictionary<string, Type>
    {
        ["variational"] = typeof(GaussianCodeOptions),
        ["sparse"] = typeof(SigmoidCodeOptions),
        ["topk"] = typeof(TopKOptions),
        ["batch_topk"] = typeof(BatchTopKOptions),
        ["jump_relu"] = typeof(JumpReluOptions),
    };

    /// <summary>The family names, sorted.</summary>
    public static IEnumerable<string> Names => Networks.Keys.Select(RecordBinder.NameOf).Concat(Codes.Keys).Order(StringComparer.Ordinal);

    /// <summary>Builds the model of a recipe for rows shaped like the training rows.</summary>
    /// <exception cref="RecipeException">The options are invalid for the family or for the rows.</exception>
    public static BuiltModel Build(Recipe recipe, Dataset train)
    {
        try
        {
            var built = Build(recipe, train, FamilyOf(recipe));
            OutputStart.AtTheMean(built.Model, train);
            return built;
        }
        catch (ModelException fault)
        {
            throw new RecipeException(recipe.Options.Position, fault.Message);
        }
    }

    private static BuiltModel Build(Recipe recipe, Dataset train, (NetworkKind Network, Type Code) family)
    {
        var parts = RecordBinder.BindTogether(recipe.Options, "options", typeof(ModelOptions), Networks[family.Network], family.Code);
        var (options, network, code) = ((ModelOptions)parts[0], (NetworkOptions)parts[1], (CodeOptions)parts[2]);
        options = options with { Input = InputSize(options.Input, recipe.Options, train), Network = family.Network };
        var normalizer = Normalizer.Fit(options.Normalization, train);
        var row = RowShape.From(train, normalizer);
        var encoder = network.CreateEncoder(row);
        var codeLayer = code.Create(encoder.FeatureCount, options.Latent);
        var decoder = network.CreateDecoder(row, encoder, codeLayer.Projection);
        var model = new AutoencoderModel(recipe.Family, normalizer, encoder, codeLayer, decoder, options.Output) { UnitLength = options.UnitLength };
        return new BuiltModel(model, Joined(options, network, code));
    }

    private static (NetworkKind Network, Type Code) FamilyOf(Recipe recipe)
    {
        NetworkKind? asked = recipe.Options["network"] is { } node and not RecipeScalar { IsNull: true } ? RecordBinder.BindEnum<NetworkKind>(node, "options.network") : null;
        if (Codes.TryGetValue(recipe.Family, out var code))
            return (asked ?? NetworkKind.Dense, code);

        foreach (var kind in Networks.Keys.Where(kind => RecordBinder.NameOf(kind) == recipe.Family))
            return asked is null || asked == kind ? (kind, typeof(PlainCodeOptions)) : throw IsNetworkItself(recipe, RecordBinder.NameOf(asked.Value));

        throw new RecipeException(recipe.Options.Position, $"unknown family \"{recipe.Family}\". Known families: {string.Join(", ", Names.Append(SequenceFamily.Name).Order(StringComparer.Ordinal))}.");
    }

    private static RecipeException IsNetworkItself(Recipe recipe, string asked) => new(
        recipe.Options["network"]!.Position,
        $"family {recipe.Family} is a network itself. Received: options.network {asked}. Leave it out, or set family to {asked}.");

    private static JsonObject Joined(params object[] records)
    {
        var joined = new JsonObject();
        foreach (var (key, value) in records.SelectMany(record => RecordBinder.ToJson(record)))
            joined[key] = value?.DeepClone();
        return joined;
    }

    private static int InputSize(int asked, RecipeMapping written, Dataset train) => asked == 0 || asked == train.SampleSize
        ? train.SampleSize
        : throw new RecipeException(
            written["input"]?.Position ?? written.Position,
            $"options.input is {asked}, but a row of {train.Name} has {train.SampleSize} features. Leave it out to take it from the data.");
}
