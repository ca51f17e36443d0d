using Latent.Tests;

namespace Latent.Cli.Tests.Commands;

[Collection(BundleCollection.Name)]
public sealed class TrainVerbTests(TrainedBundles bundles)
{
    [Fact]
    public void Train_TwoRecipes_WritesALineAnEpochAndOneTable()
    {
        var lines = bundles.Training.Output.Split('\n');

        Assert.Equal((ExitCode.Done, ""), (bundles.Training.Code, bundles.Training.Error));
        Assert.Equal(2, lines.Count(line => line.StartsWith("mnist-vae  epoch ", StringComparison.Ordinal)));
        Assert.Matches(@"^mnist-vae  epoch 1/2  loss [\d.]+ \(reconstruction [\d.]+, kl [\d.e-]+\)  validation [\d.]+  [\d,]+ rows/s  [\d.]+ s$", lines[0]);
        Assert.Matches("^│ model +│ parameters │ epochs │ test loss │ test MSE │ +parity │ samples/s │ bundle +│$", Assert.Single(lines, line => line.Contains("parameters")));
        Assert.Matches(@"^│ mnist-dense │ +\d+,\d+ │ +2 │ +[\d.]+ │ +[\d.]+ │ +[\d.e-]+ │ +[\d,]+ │ .*mnist-dense *│$", Assert.Single(lines, line => line.StartsWith("│ mnist-dense")));
    }

    [Fact]
    public void Train_RedirectedOutput_HasNoEscapeCodes() => Assert.DoesNotContain('\e', bundles.Training.Output);

    [Fact]
    public void Train_TwoRecipes_WritesBundlesThatVerify()
    {
        Assert.Equal(ExitCode.Done, CommandResult.Of("verify", bundles.Vae).Code);
        Assert.Equal(ExitCode.Done, CommandResult.Of("verify", bundles.Dense).Code);
    }

    [Fact]
    public void Train_Json_DescribesTheModel()
    {
        using var folder = new TemporaryFolder();

        var result = CommandResult.Of(["train", "mnist-dense", "--data", TrainedBundles.Digits, "--out", folder.Path, "--json", .. TrainedBundles.TinyChanges]);

        var model = Assert.Single(result.Json.GetProperty("models").EnumerateArray());
        Assert.Equal(
            ["name", "bundle", "parameters", "epochs", "metrics", "parityMaxDifference", "rowsPerSecond", "seconds"],
            model.EnumerateObject().Select(property => property.Name));
        Assert.Equal(folder.File("mnist-dense"), model.GetProperty("bundle").GetString());
        Assert.Empty(result.Json.GetProperty("failures").EnumerateArray());
        Assert.Equal("", result.Error);
    }

    [Fact]
    public void Train_OneOfTwoFails_TrainsTheOtherAndReportsBoth()
    {
        using var folder = new TemporaryFolder();

        var result = CommandResult.Of(["train", "mnist-vee", "mnist-dense", "--data", TrainedBundles.Digits, "--out", folder.Path, .. TrainedBundles.TinyChanges]);

        Assert.Equal(ExitCode.CheckFailed, result.Code);
        Assert.Contains("mnist-vee failed: recipe mnist-vee: there is no recipe of this name. Did you mean \"mnist-vae\"?", result.Error);
        Assert.Matches(@"│ mnist-vee +│ +- │ +- │ +- │ +- │ +- │ +- │ failed +│", result.Output);
        Assert.True(File.Exists(folder.File("mnist-dense/bundle.json")));
    }

    [Fact]
    public void Train_OneOfTwoFailsWithJson_ListsTheFailure()
    {
        using var folder = new TemporaryFolder();

        var result = CommandResult.Of(
            ["train", "mnist-dense", "mnist-vae", "--json", "--data", TrainedBundles.Digits, "--out", folder.Path, .. TrainedBundles.TinyChanges, "--set", "objective.likelihood=bernoulli", "--set", "options.output=linear"]);

        var failure = Assert.Single(result.Json.GetProperty("failures").EnumerateArray(), each => each.GetProperty("recipe").GetString() == "mnist-dense");
        Assert.Equal(ExitCode.CheckFailed, result.Code);
        Assert.Contains("options.output", failure.GetProperty("error").GetString());
        Assert.Equal("", result.Error);
    }

    [Fact]
    public void Train_UnknownKey_NamesTheNearest()
    {
        var result = CommandResult.Of("train", "mnist-vae", "--set", "fit.epoch=3");

        Assert.Equal(ExitCode.BadInput, result.Code);
        Assert.StartsWith("--set fit.epoch=3: unknown key \"epoch\" in fit. Did you mean \"epochs\"? Known keys: ", result.Error);
    }

    [Fact]
    public void Train_UnknownProfile_ListsThem()
    {
        var result = CommandResult.Of("train", "mnist-vae", "--profile", "quik");

        Assert.Equal(ExitCode.BadInput, result.Code);
        Assert.EndsWith("unknown profile \"quik\". Did you mean \"quick\"? Its profiles: full, quick.\n", result.Error);
    }

    [Fact]
    public void Train_RecipeTwice_SaysThatOneBundleWouldReplaceTheOther()
    {
        using var folder = new TemporaryFolder();

        var result = CommandResult.Of("train", "mnist-vae", "mnist-vae", "--out", folder.Path);

        Assert.Equal(ExitCode.BadInput, result.Code);
        Assert.Equal(
            "Two of the recipes are called 'mnist-vae', and one bundle would replace the other. Train them one by one into different folders (--out).\n",
            result.Error);
    }

    [Fact]
    public void Train_OutputFolderIsAFile_FailsBeforeTraining()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("taken"), "");

        var result = CommandResult.Of("train", "mnist-vae", "--data", TrainedBundles.Digits, "--out", folder.File("taken"));

        Assert.Equal((ExitCode.BadInput, ""), (result.Code, result.Output));
        Assert.StartsWith($"The bundle cannot be written.\nWhere: {folder.File("taken/mnist-vae")}\n", result.Error);
    }

    [Fact]
    public void Train_FolderOfTheBundleHoldsSomethingElse_LeavesItAlone()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("mnist-vae"));
        File.WriteAllText(folder.File("mnist-vae/thesis.txt"), "mine");

        var result = CommandResult.Of("train", "mnist-vae", "--data", TrainedBundles.Digits, "--out", folder.Path);

        Assert.Equal((ExitCode.BadInput, ""), (result.Code, result.Output));
        Assert.Equal("mine", File.ReadAllText(folder.File("mnist-vae/thesis.txt")));
    }

    [Fact]
    public void Train_RecipeWithoutProfiles_TrainsItAsItStands()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("own.yaml"), """
            name: own
            family: dense
            options: { hidden: [8], latent: 2 }
            data: { name: "synthetic:digits?count=200" }
            fit: { epochs: 1 }
            export: { batch_sizes: [1] }
            """);

        var result = CommandResult.Of("train", folder.File("own.yaml"), "--out", folder.File("models"));

        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        Assert.True(File.Exists(folder.File("models/own/bundle.json")));
    }

    [Fact]
    public void Train_StoppedInTheFirstEpoch_WritesNothing()
    {
        using var folder = new TemporaryFolder();
        using var stop = new CancellationTokenSource();
        using var output = new StoppingWriter(stop, "epoch 1/");
        using var error = new StringWriter();

        var code = LatentCommand.Run(["train", "mnist-vae", "--data", TrainedBundles.Digits, "--out", folder.Path, .. TrainedBundles.TinyChanges], output, error, stop.Token);

        Assert.Equal(ExitCode.Stopped, code);
        Assert.Equal("Stopped while mnist-vae was trained. Nothing was written.\n", error.ToString());
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Train_StoppedInTheSecondRecipe_SaysWhatWasWritten()
    {
        using var folder = new TemporaryFolder();
        using var stop = new CancellationTokenSource();
        using var output = new StoppingWriter(stop, "mnist-vae  epoch 1/");
        using var error = new StringWriter();

        var code = LatentCommand.Run(["train", "mnist-dense", "mnist-vae", "--data", TrainedBundles.Digits, "--out", folder.Path, .. TrainedBundles.TinyChanges], output, error, stop.Token);

        Assert.Equal(ExitCode.Stopped, code);
        Assert.Equal($"Stopped while mnist-vae was trained. Nothing of it was written; written before: {folder.File("mnist-dense")}.\n", error.ToString());
    }

    /// <summary>Presses Ctrl-C when a text appears.</summary>
    private sealed class StoppingWriter(CancellationTokenSource stop, string sign) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            if (value!.Contains(sign, StringComparison.Ordinal))
                stop.Cancel();
        }
    }
}
