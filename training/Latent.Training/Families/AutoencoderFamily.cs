using Latent.Data;
using Latent.Fitting;
using Latent.Training.Autoencoders;
using Latent.Training.Autoencoders.Codes;
using Latent.Training.Autoencoders.Graphs;
using Latent.Training.Autoencoders.Networks;
using Latent.Training.Binding;
using Latent.Training.Recipes;
using Latent.Training.Recipes.Checks;
using Latent.Training.Reports;

namespace Latent.Training.Families;

/// <summary>
/// Autoencoders on rows. A network family (dense, convolutional, ...) has a plain code; a code family (variational, sparse,
/// ...) works with any network.
/// </summary>
internal sealed class AutoencoderFamily : IModelFamily
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

    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; } =
        [.. Networks.Keys.Select(RecordBinder.NameOf).Concat(Codes.Keys).Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public DataSplits Prepare(Recipe recipe, DataSplits data) => data;

    /// <inheritdoc/>
    public ModelRun Begin(Recipe recipe, DataSplits data, ITrainingObserver? observer)
    {
        var options = OptionsOf(recipe);
        var built = AutoencoderBuilder.Build(options, data.Train);
        ValueRangeCheck.Check(recipe, built.Model, data.Train);
        TechniquesCheck.Check(recipe, built.Model, data);
        var settings = SettingsOf(recipe, options);
        var trainable = TrainableAutoencoder.Create(settings, built.Model);
        var history = new ReconstructionHistory(built.Model, data.Validation, recipe.Fit.Epochs, observer);
        return new ModelRun(trainable, history, new AutoencoderExport(recipe.ForBundle(), data, built, trainable.Objective, history));
    }

    /// <summary>Binds the options of a recipe.</summary>
    /// <exception cref="RecipeException">The options are invalid for the family.</exception>
    public static AutoencoderOptions OptionsOf(Recipe recipe)
    {
        var (network, code) = KindsOf(recipe);
        var parts = RecordBinder.BindTogether(recipe.Options, "options", typeof(ModelOptions), Networks[network], code);
        var model = (ModelOptions)parts[0] with { Network = network };
        return new AutoencoderOptions(recipe.Family, model, (NetworkOptions)parts[1], (CodeOptions)parts[2]);
    }

    /// <summary>Returns the settings of a recipe.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="options">Its options.</param>
    /// <exception cref="RecipeException">A term of the objective is not supported for the options.</exception>
    public static AutoencoderSettings SettingsOf(Recipe recipe, AutoencoderOptions options)
    {
        PenaltiesCheck.Check(recipe, options);
        return new AutoencoderSettings
        {
            Name = recipe.Name,
            Options = options,
            Data = recipe.Data,
            Objective = recipe.Objective,
            Corruption = recipe.Corruption,
            Schedule = recipe.Schedule,
            Fit = recipe.Fit,
            Growth = recipe.Growth,
            Calibration = recipe.Calibration,
        };
    }

    private static (NetworkKind Network, Type Code) KindsOf(Recipe recipe)
    {
        NetworkKind? asked = recipe.Options["network"] is { } node and not RecipeScalar { IsNull: true }
            ? RecordBinder.BindEnum<NetworkKind>(node, "options.network")
            : null;
        if (Codes.TryGetValue(recipe.Family, out var code))
            return (asked ?? NetworkKind.Dense, code);

        var network = Networks.Keys.Single(kind => RecordBinder.NameOf(kind) == recipe.Family);
        return asked is null || asked == network
            ? (network, typeof(PlainCodeOptions))
            : throw IsNetworkItself(recipe, RecordBinder.NameOf(asked.Value));
    }

    private static RecipeException IsNetworkItself(Recipe recipe, string asked) => recipe.Reject(
        $"family {recipe.Family} is a network itself. Received: options.network {asked}. Leave it out, or set family to {asked}.",
        "network");
}
