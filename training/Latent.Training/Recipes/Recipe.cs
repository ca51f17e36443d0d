using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Latent.Fitting;
using Latent.Training.Autoencoders;
using Latent.Training.Autoencoders.Objectives;
using Latent.Training.Autoencoders.Scores;
using Latent.Training.Binding;
using Latent.Training.Evaluation;
using Latent.Training.Export;
using Latent.Training.Reports;
using Latent.Training.Rows;

namespace Latent.Training.Recipes;

/// <summary>
/// The complete description of a model: family and its options, data, objective, schedule, fit, calibration, export, report.
/// Read from YAML.
/// </summary>
public sealed record Recipe : IRecordCheck
{
    // What these set takes effect after training, or not on the weights.
    internal static readonly string[] KeysWithoutEffectOnWeights =
        ["description", "profile", "calibration", "evaluation", "export", "report", "fit.checkpoint_epochs"];

    /// <summary>The name of the model, and of its bundle's folder: letters, digits, <c>-</c>, <c>_</c> and <c>.</c>.</summary>
    public required string Name { get; init; }

    /// <summary>A description in one sentence, for people. Default: none.</summary>
    public string? Description { get; init; }

    /// <summary>The kind of autoencoder, for example <c>dense</c> or <c>variational</c>.</summary>
    public required string Family { get; init; }

    /// <summary>Options of the family, unparsed: only the family knows them. Default: none.</summary>
    public RecipeMapping Options { get; init; } = RecipeMapping.Empty;

    /// <summary>The data that the model is trained on.</summary>
    public required DataSettings Data { get; init; }

    /// <summary>The training objective (loss).</summary>
    public ObjectiveSettings Objective { get; init; } = new();

    /// <summary>The corruption of a row before a model in training sees it (denoising). Default: none.</summary>
    public CorruptionSettings? Corruption { get; init; }

    /// <summary>The learning rate over the epochs.</summary>
    public LearningRateScheduleOptions Schedule { get; init; } = new();

    /// <summary>The settings of the training loop.</summary>
    public TrainerOptions Fit { get; init; } = new();

    /// <summary>The progressive growth of codes. Default: none.</summary>
    public GrowthSettings? Growth { get; init; }

    /// <summary>The metrics of the test rows beside the losses.</summary>
    public EvaluationSettings Evaluation { get; init; } = new();

    /// <summary>The thresholds of the anomaly score.</summary>
    public CalibrationSettings Calibration { get; init; } = new();

    /// <summary>The export of the model to ONNX graphs.</summary>
    public ExportSettings Export { get; init; } = new();

    /// <summary>The images in the report.</summary>
    public ReportSettings Report { get; init; } = new();

    /// <summary>Named variants of the recipe, such as <c>quick</c>: each contains only what differs.</summary>
    [JsonIgnore]
    public RecipeMapping Profiles { get; init; } = RecipeMapping.Empty;

    /// <summary>The profile that is applied to the recipe, or null.</summary>
    public string? Profile { get; internal init; }

    /// <summary>Reads a recipe from a file, applies a profile, then overrides, and checks the result.</summary>
    /// <param name="path">A YAML file.</param>
    /// <param name="profile">One of its profiles; null takes the recipe as it is.</param>
    /// <param name="overrides">
    /// Overrides as <c>key=value</c>, such as <c>fit.epochs=3</c> or <c>options.hidden=[64, 32]</c>; a later one wins.
    /// </param>
    /// <exception cref="RecipeException">
    /// The file cannot be read, or something in it, in the profile or in an override is invalid.
    /// </exception>
    public static Recipe Load(string path, string? profile = null, IReadOnlyList<string>? overrides = null) =>
        RecipeDocument.Load(path).Resolve(profile, overrides);

    /// <summary>Reads a recipe from a file, or a built-in recipe by its name.</summary>
    /// <param name="nameOrPath">
    /// A path (with a folder or the extension <c>.yaml</c> or <c>.yml</c>), else a name such as <c>mnist-vae</c>.
    /// </param>
    /// <param name="profile">See <see cref="Load"/>.</param>
    /// <param name="overrides">See <see cref="Load"/>.</param>
    /// <exception cref="RecipeException">As for <see cref="Load"/>, or there is no such recipe.</exception>
    public static Recipe Open(string nameOrPath, string? profile = null, IReadOnlyList<string>? overrides = null) =>
        RecipeDocument.Open(nameOrPath).Resolve(profile, overrides);

    /// <summary>Returns the file of a built-in recipe.</summary>
    /// <param name="name">For example <c>mnist-vae</c>.</param>
    /// <exception cref="RecipeException">There is no such recipe; the message lists the available ones.</exception>
    public static string FindBuiltIn(string name) => BuiltInRecipes.Find(name);

    /// <summary>Reads a recipe that <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">A recipe as JSON.</param>
    /// <param name="source">The source, for error messages.</param>
    /// <exception cref="RecipeException">The JSON is not such a recipe.</exception>
    public static Recipe FromJson(JsonElement json, string source) => RecipeDocument.FromJson(json, source);

    /// <summary>
    /// Returns the resolved recipe: profile and overrides applied, defaults written out, profiles left out. Equal recipes
    /// give equal text.
    /// </summary>
    public JsonObject ToJson() => RecordBinder.ToJson(this);

    /// <summary>Creates the exception for a setting that does not fit the others or the data.</summary>
    /// <param name="problem">The problem, and what is expected.</param>
    /// <param name="option">The option at fault; null where it is not a single one.</param>
    internal RecipeException Reject(string problem, string? option = null) =>
        new((option is null ? null : Options[option])?.Position ?? Options.Position, problem);

    /// <inheritdoc/>
    public string? FindFault()
    {
        var isFolderName = Name.Length > 0
            && Name[0] != '.'
            && Name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');
        return isFolderName
            ? null
            : $"name must consist of letters, digits, -, _ and ., and must not start with a period. Received: \"{Name}\".";
    }
}
