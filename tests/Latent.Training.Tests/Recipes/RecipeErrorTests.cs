namespace Latent.Training.Tests.Recipes;

public sealed class RecipeErrorTests
{
    private const string FitKeys =
        "Known keys: batch_size, checkpoint_epochs, early_stopping, ema, epochs, " +
        "gradient_clip, learning_rate, optimizer, seed, threads, weight_decay.";

    [Fact]
    public void Load_UnknownKey_NamesTheNearestWithItsPosition() => Assert.Equal(
        $"recipe tiny.yaml:8:3: unknown key \"epoch\" in fit. Did you mean \"epochs\"? {FitKeys}",
        RecipeFile.Error(RecipeFile.Minimal + "fit:\n  epoch: 3\n"));

    [Fact]
    public void Load_UnknownKeyLikeNoOther_ListsTheKnown() => Assert.Equal(
        $"recipe tiny.yaml:7:7: unknown key \"momentum\" in fit. {FitKeys}",
        RecipeFile.Error(RecipeFile.Minimal + "fit: {momentum: 3}\n"));

    [Fact]
    public void Load_UnknownKeyAtTheTop_ListsTheParts() => Assert.Equal(
        "recipe tiny.yaml:7:1: unknown key \"sechdule\". Did you mean \"schedule\"? "
        +
            "Known keys: calibration, corruption, data, description, evaluation, export, " +
            "family, fit, growth, name, objective, options, profiles, report, schedule.",
        RecipeFile.Error(RecipeFile.Minimal + "sechdule: {}\n"));

    [Theory]
    [InlineData("fit: {epochs: many}", "7:15: fit.epochs must be a whole number. Received: many.")]
    [InlineData("fit: {epochs: \"3\"}", "7:15: fit.epochs must be a whole number. Received: \"3\".")]
    [InlineData("fit: {epochs: 2.5}", "7:15: fit.epochs must be a whole number. Received: 2.5.")]
    [InlineData("fit: {epochs: [3]}", "7:15: fit.epochs must be a whole number. Received: a list.")]
    [InlineData("fit: {epochs: }", "7:15: fit.epochs must be a whole number. Received: nothing.")]
    [InlineData("fit: {learning_rate: fast}", "7:22: fit.learning_rate must be a number. Received: fast.")]
    [InlineData("fit: {learning_rate: .nan}", "7:22: fit.learning_rate must be a number. Received: .nan.")]
    [InlineData("fit: {seed: -1}", "7:13: fit.seed must be a whole number of at least 0. Received: -1.")]
    [InlineData("fit: {optimizer: adamm}", "7:18: fit.optimizer must be one of adam, adamw, sgd. Received: adamm.")]
    [InlineData("fit: [1]", "7:6: fit must be a mapping of keys to values. Received: a list.")]
    [InlineData("calibration: {quantiles: 0.9}", "7:26: calibration.quantiles must be a list. Received: 0.9.")]
    [InlineData("calibration: {quantiles: [0.9, x]}", "7:32: calibration.quantiles[1] must be a number. Received: x.")]
    [InlineData("profiles: 3", "7:11: profiles must be a mapping of keys to values. Received: 3.")]
    public void Load_WrongType_SaysWhatIsExpected(string line, string message) =>
        Assert.Equal($"recipe tiny.yaml:{message}", RecipeFile.Error(RecipeFile.Minimal + line + "\n"));

    [Theory]
    [InlineData("fit: {epochs: 0}", "7:15: fit.epochs must be at least 1. Received: 0.")]
    [InlineData("fit: {batch_size: -3}", "7:19: fit.batch_size must be at least 1. Received: -3.")]
    [InlineData("fit: {learning_rate: 0}", "7:22: fit.learning_rate must be more than 0. Received: 0.")]
    [InlineData("fit: {early_stopping: {patience: 0}}", "7:34: fit.early_stopping.patience must be at least 1. Received: 0.")]
    [InlineData("objective: {beta: -1}", "7:19: objective.beta must be at least 0. Received: -1.")]
    [InlineData("schedule: {decay: 1.5}", "7:19: schedule.decay must be more than 0 and at most 1. Received: 1.5.")]
    [InlineData("export: {opset: 12}", "7:17: export.opset must be at least 13 and at most 21. Received: 12.")]
    [InlineData("calibration: {quantiles: [0.9, 1]}", "7:32: calibration.quantiles[1] must be more than 0 and less than 1. Received: 1.")]
    [InlineData("calibration: {quantiles: [0.9, 0.8]}", "7:14: calibration must have increasing quantiles. Received: [0.9, 0.8].")]
    [InlineData("calibration: {quantiles: []}", "7:14: calibration must have at least one quantile. Received: an empty list.")]
    [InlineData("export: {batch_sizes: []}", "7:9: export must have at least one batch size. Received: an empty list.")]
    public void Load_BeyondABound_SaysWhichBound(string line, string message) =>
        Assert.Equal($"recipe tiny.yaml:{message}", RecipeFile.Error(RecipeFile.Minimal + line + "\n"));

    [Theory]
    [InlineData("  validation: 1.0", "7:15: data.validation must be a count (5000) or a fraction below 1 (0.1). Received: 1.0.")]
    [InlineData("  shape: [28, 28]", "6:3: data must have a shape of three numbers: channels, height, width. Received: [28, 28].")]
    [InlineData("  shape: [1, 0, 28]", "7:14: data.shape[1] must be at least 1. Received: 0.")]
    public void Load_ImpossibleData_SaysWhatIsExpected(string line, string message) =>
        Assert.Equal($"recipe tiny.yaml:{message}", RecipeFile.Error(RecipeFile.Minimal + line + "\n"));

    [Theory]
    [InlineData("family: dense\ndata: {name: mnist}", "1:1: missing key \"name\".")]
    [InlineData("name: a\nfamily: dense\ndata: {seed: 1}", "3:7: missing key \"name\" in data.")]
    [InlineData(
        "name: a b\nfamily: dense\ndata: {name: mnist}",
        "1:1: name must consist of letters, digits, -, _ and ., and must not start with a period. Received: \"a b\".")]
    [InlineData("", "1:1: missing key \"name\".")]
    [InlineData("- name", "1:1: the recipe must be a mapping of keys to values. Received: a list.")]
    public void Load_IncompleteRecipe_SaysWhatIsMissing(string text, string message) =>
        Assert.Equal($"recipe tiny.yaml:{message}", RecipeFile.Error(text));

    [Fact]
    public void Load_KeyGivenTwice_NamesBothPositions() => Assert.Equal(
        "recipe tiny.yaml:9:3: the key \"epochs\" is given twice; the first is in line 8.",
        RecipeFile.Error(RecipeFile.Minimal + "fit:\n  epochs: 3\n  epochs: 4\n"));

    [Fact]
    public void Load_NoYaml_NamesThePosition() =>
        Assert.StartsWith(
            "recipe tiny.yaml:8:1: this is not YAML: ",
            RecipeFile.Error(RecipeFile.Minimal + "fit: {epochs: 3\n"),
            StringComparison.Ordinal);

    [Fact]
    public void Load_SecondDocument_IsRejected() =>
        Assert.Equal(
            "recipe tiny.yaml:7:1: a second document starts here; a recipe is a single document.",
            RecipeFile.Error(RecipeFile.Minimal + "---\nname: b\n"));

    [Fact]
    public void Load_NestedTooDeep_IsRejected() => Assert.EndsWith(
        ": nested more than 32 levels deep.", RecipeFile.Error(
            RecipeFile.Minimal + $"fit: {new string('[', 100)}{new string(']', 100)}\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("fats", "unknown profile \"fats\". Did you mean \"fast\"? Known profiles: fast, full.")]
    [InlineData("overnight", "unknown profile \"overnight\". Known profiles: fast, full.")]
    public void Load_UnknownProfile_ListsTheKnown(string profile, string message) =>
        Assert.Equal($"recipe tiny.yaml: {message}", RecipeFile.Error(RecipeFile.Minimal + "profiles: {full: {}, fast: {}}\n", profile));

    [Fact]
    public void Load_ProfileOfARecipeWithout_SaysSo() =>
        Assert.Equal(
            "recipe tiny.yaml: unknown profile \"quick\". The recipe has no profiles.",
            RecipeFile.Error(RecipeFile.Minimal, "quick"));

    [Fact]
    public void Load_MistakeInAProfileNotAskedFor_IsFound() => Assert.Equal(
        $"recipe tiny.yaml:7:26: unknown key \"epoch\" in fit. Did you mean \"epochs\"? {FitKeys}",
        RecipeFile.Error(RecipeFile.Minimal + "profiles: {quick: {fit: {epoch: 1}}}\n"));

    [Fact]
    public void Load_ProfileWithProfiles_IsRejected() => Assert.Equal(
        "recipe tiny.yaml:7:20: a profile cannot contain profiles: profiles.quick.",
        RecipeFile.Error(RecipeFile.Minimal + "profiles: {quick: {profiles: {}}}\n"));

    [Theory]
    [InlineData("fit.epochs=0", "--set fit.epochs=0: fit.epochs must be at least 1. Received: 0.")]
    [InlineData("fit.epoch=3", $"--set fit.epoch=3: unknown key \"epoch\" in fit. Did you mean \"epochs\"? {FitKeys}")]
    [InlineData("fit.epochs.more=3", "--set fit.epochs.more=3: fit.epochs must be a whole number. Received: a mapping.")]
    [InlineData(
        "fit.epochs",
        "--set fit.epochs: an override has the form key=value, with dots between the parts of the key, such as fit.epochs=3.")]
    [InlineData(
        "fit..epochs=3",
        "--set fit..epochs=3: an override has the form key=value, with dots between the parts of the key, such as fit.epochs=3.")]
    [InlineData("=3", "--set =3: an override has the form key=value, with dots between the parts of the key, such as fit.epochs=3.")]
    [InlineData(
        "profiles.quick=3",
        "--set profiles.quick=3: a profile is selected with --profile; override its settings by their own keys, such as fit.epochs=3.")]
    [InlineData("data.name=", "--set data.name=: data.name must be text. Received: nothing.")]
    public void Load_ImpossibleOverride_QuotesIt(string change, string message) =>
        Assert.Equal(message, RecipeFile.Error(RecipeFile.Minimal, null, change));

    [Fact]
    public void Load_OverrideThatUpsetsItsSurroundings_NamesThem() => Assert.Equal(
        "recipe tiny.yaml:6:3: data must have a name. Received: an empty string.", RecipeFile.Error(
            RecipeFile.Minimal,
            null,
            "data.name=''"));

    [Fact]
    public void Load_OverrideThatIsNoYaml_QuotesIt() =>
        Assert.StartsWith(
            "--set options.hidden=[1: this is not YAML: ",
            RecipeFile.Error(RecipeFile.Minimal, null, "options.hidden=[1"),
            StringComparison.Ordinal);
}
