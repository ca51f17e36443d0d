using System.Text.Json;
using Latent.Data;
using Latent.Fitting;
using Latent.Training.Autoencoders.Objectives;
using Latent.Training.Binding;
using Latent.Training.Recipes;

namespace Latent.Training.Tests.Recipes;

public sealed class RecipeTests
{
    private const string Profiles = RecipeFile.Minimal + """
        fit:
          epochs: 60
          batch_size: 64
        profiles:
          full: {}
          quick:
            fit:
              epochs: 2
            options:
              hidden: [8]

        """;

    [Fact]
    public void Load_MinimalRecipe_HasTheDefaults()
    {
        var recipe = RecipeFile.Load(RecipeFile.Minimal);

        Assert.Equal(("tiny", "dense", "synthetic:digits"), (recipe.Name, recipe.Family, recipe.Data.Name));
        Assert.Equal(new TrainerOptions(), recipe.Fit);
        Assert.Equal([0.9, 0.95, 0.99, 0.999], recipe.Calibration.Quantiles);
        Assert.Null(recipe.Profile);
    }

    [Fact]
    public void Load_NullInAProfile_TakesTheKeyAway()
    {
        var convolutional = RecipeFile.Load(Profiles + """
              other:
                family: convolutional
                fit: {batch_size: null}
            """.ReplaceLineEndings("\n"), "other");

        Assert.Equal((60, new TrainerOptions().BatchSize), (convolutional.Fit.Epochs, convolutional.Fit.BatchSize));
        Assert.DoesNotContain("hidden", RecipeFile.Load(Profiles, "quick", "options.hidden=null").Options.Keys);
    }

    [Fact]
    public void Load_EverythingGiven_IsRead()
    {
        var recipe = RecipeFile.Load(RecipeFile.Minimal + """
              validation: 5000
              test: 0.2
              seed: 7
              label: make
              shape: [1, 28, 28]
              resize: true
            objective: {likelihood: bernoulli, beta: 4}
            schedule: {kind: warmup_decay, warmup_epochs: 5, decay: 0.9, step_epochs: 3, minimum: 0.1}
            fit:
              epochs: 3
              batch_size: 16
              optimizer: adamw
              learning_rate: 1e-4
              weight_decay: 0.01
              gradient_clip: 1
              seed: 18446744073709551615
              early_stopping: {patience: 2, min_delta: 0.5}
              threads: 2
            calibration: {quantiles: [0.5]}
            export: {opset: 21, batch_sizes: [1, 5], tolerance: 1e-6}
            report: {reconstructions: 8, samples: 0, seed: 1}
            """.ReplaceLineEndings("\n"));

        Assert.Equal(SplitSize.Samples(5000), recipe.Data.ToOptions().Validation);
        Assert.Equal("1 x 28 x 28", recipe.Data.ToOptions().Shape!.ToString());
        Assert.Equal((Likelihood.Bernoulli, 4.0), (recipe.Objective.Likelihood, recipe.Objective.Beta));
        Assert.Equal((LearningRateScheduleKind.WarmupDecay, 5), (recipe.Schedule.Kind, recipe.Schedule.WarmupEpochs));
        Assert.Equal((OptimizerKind.Adamw, 1e-4, ulong.MaxValue), (recipe.Fit.Optimizer, recipe.Fit.LearningRate, recipe.Fit.Seed));
        Assert.Equal(new EarlyStoppingOptions { Patience = 2, MinDelta = 0.5 }, recipe.Fit.EarlyStopping);
        Assert.Equal([1, 5], recipe.Export.BatchSizes);
        Assert.Equal(0, recipe.Report.Samples);
    }

    [Fact]
    public void Load_Profile_IsLaidOverTheRecipe()
    {
        var recipe = RecipeFile.Load(Profiles, "quick");

        Assert.Equal((2, 64), (recipe.Fit.Epochs, recipe.Fit.BatchSize));
        Assert.Equal("""{"latent":4,"hidden":[8]}""", recipe.Options.ToJson().ToJsonString());
        Assert.Equal("quick", recipe.Profile);
        Assert.Equal(60, RecipeFile.Load(Profiles, "full").Fit.Epochs);
        Assert.Equal(["full", "quick"], recipe.Profiles.Keys);
    }

    [Fact]
    public void Load_Overrides_WinOverTheProfile()
    {
        var recipe = RecipeFile.Load(
            Profiles, "quick", "fit.epochs=3", "fit.epochs=4", "options.hidden=[64, 32]", "fit.early_stopping.patience=9", "data.name=synthetic:digits?count=20&seed=1");

        Assert.Equal(4, recipe.Fit.Epochs);
        Assert.Equal(9, recipe.Fit.EarlyStopping!.Patience);
        Assert.Equal("[64,32]", recipe.Options["hidden"]!.ToJson()!.ToJsonString());
        Assert.Equal("synthetic:digits?count=20&seed=1", recipe.Data.Name);
    }

    [Fact]
    public void Load_OverrideOfNothing_TurnsAnOptionalPartOff()
    {
        var recipe = RecipeFile.Load(RecipeFile.Minimal + "fit: {early_stopping: {patience: 2}}", null, "fit.early_stopping=null");

        Assert.Null(recipe.Fit.EarlyStopping);
    }

    [Fact]
    public void ToJson_ReadBack_IsTheSame()
    {
        var json = RecipeFile.Load(Profiles, "quick", "data.validation=0.25", "schedule.kind=cosine").ToJson();

        var again = Recipe.FromJson(JsonSerializer.SerializeToElement(json), "checkpoint.json");

        Assert.Equal(json.ToJsonString(), again.ToJson().ToJsonString());
        Assert.Equal("quick", again.Profile);
    }

    [Fact]
    public void ToJson_DefaultsAndProfile_AreWrittenOut()
    {
        var json = RecipeFile.Load(Profiles, "quick").ToJson();

        Assert.Equal(
            ["name", "description", "family", "options", "data", "objective", "corruption", "schedule", "fit", "growth", "evaluation", "calibration", "export", "report", "profile"],
            json.Select(pair => pair.Key));
        Assert.Equal(
            """{"epochs":2,"batch_size":64,"optimizer":"adam","learning_rate":0.001,"weight_decay":0,"gradient_clip":null,"ema":null,"seed":0,"early_stopping":null,"checkpoint_epochs":1,"threads":null}""",
            json["fit"]!.ToJsonString());
        Assert.Equal(
            """{"name":"synthetic:digits","validation":0.1,"test":0.1,"seed":0,"rows":null,"label":null,"words":[],"shape":null,"resize":false,"mirror":false,"binarization":"none","normal":null,"ratings":null}""", json["data"]!.ToJsonString());
    }

    [Fact]
    public void FromJson_UnknownKey_NamesTheSource()
    {
        var json = JsonDocument.Parse("""{"name": "a", "family": "dense", "data": {"name": "mnist"}, "fits": {}}""").RootElement;

        var error = Assert.Throws<RecipeException>(() => Recipe.FromJson(json, "checkpoint.json"));

        Assert.StartsWith(
            "checkpoint.json: unknown key \"fits\". Did you mean \"fit\"? Known keys: ",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Open_BuiltInNames_AllLoadWithEveryProfile()
    {
        Assert.Contains("mnist-dense", BuiltInRecipes.Names);
        Assert.Contains("mnist-vae", BuiltInRecipes.Names);
        foreach (var name in BuiltInRecipes.Names)
        {
            var recipe = Recipe.Open(name);
            Assert.Equal(name, recipe.Name);
            Assert.Contains("quick", recipe.Profiles.Keys);
            foreach (var profile in recipe.Profiles.Keys)
                Assert.Equal(profile, Recipe.Open(name, profile).Profile);
        }
    }

    [Fact]
    public void FindBuiltIn_UnknownName_NamesTheNearestAndLists()
    {
        var error = Assert.Throws<RecipeException>(() => Recipe.FindBuiltIn("mnist-vea"));

        Assert.Equal(
            "recipe mnist-vea: there is no recipe with this name. Did you mean \"mnist-vae\"? "
            + $"Recipes: {string.Join(", ", BuiltInRecipes.Names)}. A path to a .yaml file works as well.",
            error.Message);
    }

    [Fact]
    public void Open_PathThatIsNotThere_NamesIt()
    {
        var error = Assert.Throws<RecipeException>(() => Recipe.Open("./no-such.yaml"));

        Assert.StartsWith("recipe ./no-such.yaml: it cannot be opened: Could not find file ", error.Message, StringComparison.Ordinal);
    }
}
