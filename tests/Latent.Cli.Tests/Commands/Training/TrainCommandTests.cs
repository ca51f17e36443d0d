using Latent.Tests;

namespace Latent.Cli.Tests.Commands;

[Collection(BundleCollection.Name)]
public sealed class TrainCommandTests(TrainedBundles bundles)
{
    [Fact]
    public void Train_TwoRecipes_WritesALineAnEpochAndOneTable()
    {
        var lines = bundles.Training.Output.Split('\n');

        Assert.Equal((ExitCode.Done, ""), (bundles.Training.Code, bundles.Training.Error));
        Assert.Equal(2, lines.Count(line => line.StartsWith("mnist-vae  epoch ", StringComparison.Ordinal)));
        Assert.Matches(
            @"^mnist-vae  epoch 1/2  loss [\d.]+ \(reconstruction [\d.]+, kl [\d.e-]+\)  validation [\d.]+  [\d,]+ rows/s  [\d.]+ s$",
            lines[0]);
        Assert.Matches(
            "^│ model +│ data +│ parameters │ epochs │ test loss │ test MSE │ +parity │ samples/s │ bundle +│$",
            Assert.Single(lines, line => line.Contains("parameters")));
        Assert.Matches(
            @"^│ mnist-dense │ synthetic:digits │ +\d+,\d+ │ +2 │ +[\d.]+ │ +[\d.]+ │ +[\d.e-]+ │ +[\d,]+ │ .*mnist-dense *│$",
            Assert.Single(lines, line => line.StartsWith("│ mnist-dense")));
    }

    [Fact]
    public void Train_RedirectedOutput_HasNoEscapeCodes() => Assert.DoesNotContain('\e', bundles.Training.Output);

    [Fact]
    public void Train_TwoRecipes_WritesBundlesThatVerify()
    {
        Assert.Equal(ExitCode.Done, CommandResult.Run("verify", bundles.Vae).Code);
        Assert.Equal(ExitCode.Done, CommandResult.Run("verify", bundles.Dense).Code);
    }

    [Fact]
    public void Train_Json_DescribesTheModel()
    {
        using var folder = new TemporaryFolder();

        var result = CommandResult.Run(
            ["train", "mnist-dense", "--data", TrainedBundles.Digits, "--out", folder.Path, "--json", .. TrainedBundles.TinyChanges]);

        var model = Assert.Single(result.Json.GetProperty("models").EnumerateArray());
        Assert.Equal(
            ["name", "data", "bundle", "parameters", "epochs", "metrics", "parityMaxDifference", "rowsPerSecond", "seconds"],
            model.EnumerateObject().Select(property => property.Name));
        Assert.Equal(folder["mnist-dense"], model.GetProperty("bundle").GetString());
        Assert.Empty(result.Json.GetProperty("failures").EnumerateArray());
        Assert.Equal("", result.Error);
    }

    [Fact]
    public void Train_OneOfTwoFails_TrainsTheOtherAndReportsBoth()
    {
        using var folder = new TemporaryFolder();

        var result = CommandResult.Run(
            ["train", "mnist-vee", "mnist-dense", "--data", TrainedBundles.Digits, "--out", folder.Path, .. TrainedBundles.TinyChanges]);

        Assert.Equal(ExitCode.CheckFailed, result.Code);
        Assert.Contains("mnist-vee failed: recipe mnist-vee: there is no recipe with this name. Did you mean \"mnist-vae\"?", result.Error);
        Assert.Matches(@"│ mnist-vee +│ - +│ +- │ +- │ +- │ +- │ +- │ +- │ failed +│", result.Output);
        Assert.True(File.Exists(folder["mnist-dense/bundle.json"]));
    }

    [Fact]
    public void Train_OneOfTwoFailsWithJson_ListsTheFailure()
    {
        using var folder = new TemporaryFolder();

        var result = CommandResult.Run(
            ["train", "mnist-dense", "mnist-vae", "--json", "--data", TrainedBundles.Digits, "--out", folder.Path, .. TrainedBundles
                .TinyChanges, "--set", "objective.likelihood=bernoulli", "--set", "options.output=linear"]);

        var failure = Assert.Single(
            result.Json.GetProperty("failures").EnumerateArray(),
            each => each.GetProperty("recipe").GetString() == "mnist-dense");
        Assert.Equal(ExitCode.CheckFailed, result.Code);
        Assert.Contains("options.output", failure.GetProperty("error").GetString());
        Assert.Equal("", result.Error);
    }

    [Theory]
    [InlineData(ExitCode.Done)]
    [InlineData(ExitCode.CheckFailed, "--strict")]
    public void Train_DataOfOneRecipeIsNotToBeHad_SkipsItInALine(int code, params string[] options)
    {
        using var folder = new TemporaryFolder();
        using var nothing = new DataVariables(folder["cache"], data: null);

        var result = CommandResult.Run(
            ["train", "tile-defects", Digits(folder), "--out", folder["models"], "--profile", "tiny", .. options]);

        Assert.Equal(code, result.Code);
        Assert.Equal(
            "tile-defects skipped: no source provided its data set \"magnetic-tile\". "
            + "Fix: put magnetic-tile-subset.zip into a folder of that name, and set LATENT_DATA to its parent folder; "
            + "'latent data list' shows the sources.\n",
            result.Error);
        Assert.Matches("│ tile-defects +│ - +│.*│ skipped +│", result.Output);
        Assert.True(File.Exists(folder["models/digits/bundle.json"]));
    }

    [Fact]
    public void Train_DataOfItsOnlyRecipeIsNotToBeHad_NamesEverySource()
    {
        using var folder = new TemporaryFolder();
        using var nothing = new DataVariables(folder["cache"], data: null);

        var result = CommandResult.Run("train", "tile-defects", "--out", folder["models"]);

        Assert.Equal(ExitCode.BadInput, result.Code);
        Assert.StartsWith(
            "No source provided the files.\n  local mirror: LATENT_DATA is not set\nWhere: data set \"magnetic-tile\"\n",
            result.Error);
    }

    // A recipe for generated digits, with a profile 'tiny'.
    private static string Digits(TemporaryFolder folder)
    {
        File.WriteAllText(folder["digits.yaml"], """
            name: digits
            family: dense
            options: { hidden: [8], latent: 2 }
            data: { name: "synthetic:digits?count=200" }
            fit: { epochs: 1 }
            export: { batch_sizes: [1] }
            profiles: { tiny: {} }
            """);
        return folder["digits.yaml"];
    }

    [Fact]
    public void Train_UnknownKey_NamesTheNearest()
    {
        var result = CommandResult.Run("train", "mnist-vae", "--set", "fit.epoch=3");

        Assert.Equal(ExitCode.BadInput, result.Code);
        Assert.StartsWith("--set fit.epoch=3: unknown key \"epoch\" in fit. Did you mean \"epochs\"? Known keys: ", result.Error);
    }

    [Fact]
    public void Train_UnknownProfile_ListsThem()
    {
        var result = CommandResult.Run("train", "mnist-vae", "--profile", "quik");

        Assert.Equal(ExitCode.BadInput, result.Code);
        Assert.EndsWith("unknown profile \"quik\". Did you mean \"quick\"? Known profiles: full, quick, tiny.\n", result.Error);
    }

    [Fact]
    public void Train_RecipeTwice_SaysThatOneBundleWouldReplaceTheOther()
    {
        using var folder = new TemporaryFolder();

        var result = CommandResult.Run("train", "mnist-vae", "mnist-vae", "--out", folder.Path);

        Assert.Equal(ExitCode.BadInput, result.Code);
        Assert.Equal(
            "Two of the recipes are named 'mnist-vae', so one bundle would replace the other. "
            + "Train them separately into different folders (--out).\n",
            result.Error);
    }

    [Fact]
    public void Train_OutputFolderIsAFile_FailsBeforeTraining()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["taken"], "");

        var result = CommandResult.Run("train", "mnist-vae", "--data", TrainedBundles.Digits, "--out", folder["taken"]);

        Assert.Equal((ExitCode.BadInput, ""), (result.Code, result.Output));
        Assert.StartsWith($"The bundle cannot be written.\nWhere: {folder["taken/mnist-vae"]}\n", result.Error);
    }

    [Fact]
    public void Train_FolderOfTheBundleHoldsSomethingElse_LeavesItAlone()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["mnist-vae"]);
        File.WriteAllText(folder["mnist-vae/thesis.txt"], "mine");

        var result = CommandResult.Run("train", "mnist-vae", "--data", TrainedBundles.Digits, "--out", folder.Path);

        Assert.Equal((ExitCode.BadInput, ""), (result.Code, result.Output));
        Assert.Equal("mine", File.ReadAllText(folder["mnist-vae/thesis.txt"]));
    }

    [Fact]
    public void Train_RecipeWithoutProfiles_TrainsItAsItStands()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["own.yaml"], """
            name: own
            family: dense
            options: { hidden: [8], latent: 2 }
            data: { name: "synthetic:digits?count=200" }
            fit: { epochs: 1 }
            export: { batch_sizes: [1] }
            """);

        var result = CommandResult.Run("train", folder["own.yaml"], "--out", folder["models"]);

        Assert.Equal((ExitCode.Done, ""), (result.Code, result.Error));
        Assert.True(File.Exists(folder["models/own/bundle.json"]));
    }

    [Fact]
    public void Train_StoppedInTheFirstEpoch_SaysHowToGoOn()
    {
        using var folder = new TemporaryFolder();

        var stopped = Stop(folder, "epoch 1/", "mnist-vae");

        Assert.Equal(ExitCode.Stopped, stopped.Code);
        Assert.Equal(
            $"Stopped while training mnist-vae. The checkpoint is in '{folder["mnist-vae.checkpoint"]}'. Resume with:\n"
            + $"  latent train mnist-vae --data 'synthetic:digits?count=300' --out {folder.Path} --set 'options.hidden=[16]' "
            + "--set options.latent=4 --set fit.epochs=2 --set 'export.batch_sizes=[1, 3]' --resume\n",
            stopped.Error);
        Assert.Equal([folder["mnist-vae.checkpoint"]], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Train_ResumedAfterItWasStopped_MakesTheBundleOfARunThatNeverStopped()
    {
        using var folder = new TemporaryFolder();
        Stop(folder, "epoch 1/", "mnist-vae");

        var resumed = Train(folder, "mnist-vae", "--resume");

        Assert.Equal((ExitCode.Done, "note: mnist-vae resumes in epoch 2 of 2, after step 0.\n"), (resumed.Code, resumed.Error));
        Assert.Equal([folder["mnist-vae"]], Directory.GetFileSystemEntries(folder.Path));
        foreach (var file in new[] { "weights.bin", "encode.onnx", "decode.onnx", "reconstruct.onnx", "score.onnx", "bundle.json" })
            Assert.Equal(File.ReadAllBytes(Path.Combine(bundles.Vae, file)), File.ReadAllBytes(folder[$"mnist-vae/{file}"]));
    }

    [Fact]
    public void Train_OverACheckpoint_IsRejectedBeforeAnythingElse()
    {
        using var folder = new TemporaryFolder();
        Stop(folder, "epoch 1/", "mnist-vae");

        var rejected = Train(folder, "mnist-vae", "--data", "no-such-data");

        Assert.Equal((ExitCode.BadInput, ""), (rejected.Code, rejected.Output));
        Assert.Equal(
            $"An earlier run of mnist-vae was stopped before its end, and '{folder["mnist-vae.checkpoint"]}' holds its state. " +
            "Add --resume to continue it, or delete the file to start over.\n",
            rejected.Error);
    }

    [Fact]
    public void Train_ResumedWhenAllIsDone_LeavesTheBundleAlone()
    {
        var before = File.GetLastWriteTimeUtc(Path.Combine(bundles.Vae, "bundle.json"));

        var again = CommandResult.Run(["train", "mnist-vae", "--data", TrainedBundles.Digits, "--out", bundles.Folder, .. TrainedBundles
            .TinyChanges, "--resume", "--json"]);

        Assert.Equal(
            (ExitCode.Done, "{\"note\":\"mnist-vae is up to date: its bundle was made from this recipe and these rows.\"}\n"),
            (again.Code, again.Error));
        Assert.Equal(2, again.Json.GetProperty("models")[0].GetProperty("epochs").GetInt32());
        Assert.Equal(before, File.GetLastWriteTimeUtc(Path.Combine(bundles.Vae, "bundle.json")));
    }

    [Fact]
    public void Train_ResumedWithAnotherRecipeThanTheBundleOnes_TrainsIt()
    {
        using var folder = new TemporaryFolder();
        Train(folder, "mnist-dense");

        var again = Train(folder, "mnist-dense", "--set", "fit.epochs=1", "--resume");

        Assert.Equal(
            (ExitCode.Done, $"note: There is no checkpoint of mnist-dense in '{folder.Path}'; training starts from the beginning.\n"),
            (again.Code, again.Error));
        Assert.Contains("mnist-dense  epoch 1/1  ", again.Output);
    }

    [Fact]
    public void Train_FindLearningRate_SuggestsOneAndWritesNothing()
    {
        using var folder = new TemporaryFolder();

        var found = Train(folder, "mnist-vae", "--find-lr");

        Assert.Equal((ExitCode.Done, ""), (found.Code, found.Error));
        Assert.Matches(@"^mnist-vae: \d+ steps\n", found.Output);
        Assert.Matches(@"\nThe loss falls fastest at a learning rate of (0\.\d+): --set fit\.learning_rate=\1\n$", found.Output);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Train_FindLearningRateWithJson_GivesTheCurve()
    {
        using var folder = new TemporaryFolder();

        var search = Train(folder, "mnist-vae", "--find-lr", "--json").Json.GetProperty("searches")[0];

        var point = search.GetProperty("points")[0];
        Assert.Equal("mnist-vae", search.GetProperty("recipe").GetString());
        Assert.Equal(1e-6, point.GetProperty("rate").GetDouble());
        Assert.Equal(point.GetProperty("loss").GetDouble(), point.GetProperty("smoothed").GetDouble(), precision: 6);
        Assert.InRange(search.GetProperty("suggestion").GetDouble(), 1e-4, 0.5);
    }

    [Fact]
    public void Train_FindLearningRateAndResume_IsRejected()
    {
        var result = CommandResult.Run("train", "mnist-vae", "--find-lr", "--resume");

        Assert.Equal(
            (ExitCode.BadInput, "--find-lr does not train, so --resume has nothing to resume. Specify one of them.\n"),
            (result.Code, result.Error));
    }

    [Fact]
    public void Train_StoppedInTheSecondRecipe_GoesOnThereAndLeavesTheFirstAlone()
    {
        using var folder = new TemporaryFolder();
        Stop(folder, "mnist-vae  epoch 1/", "mnist-dense", "mnist-vae");

        var resumed = Train(folder, "mnist-dense", "mnist-vae", "--resume");

        Assert.Equal(ExitCode.Done, resumed.Code);
        Assert.Equal(
            "note: mnist-dense is up to date: its bundle was made from this recipe and these rows.\nnote: " +
            "mnist-vae resumes in epoch 2 of 2, after step 0.\n",
            resumed.Error);
    }

    private static CommandResult Stop(TemporaryFolder folder, string sign, params string[] recipes)
    {
        using var stop = new CancellationTokenSource();
        using var output = new StoppingWriter(stop, sign);
        using var error = new StringWriter();
        var code = LatentCommand.Run(
            ["train", .. recipes, "--data", TrainedBundles.Digits, "--out", folder.Path, .. TrainedBundles.TinyChanges],
            output,
            error,
            stop.Token);
        return new(code, output.ToString(), error.ToString());
    }

    private static CommandResult Train(TemporaryFolder folder, params string[] arguments)
    {
        string[] usual = arguments.Contains("--data") ? [] : ["--data", TrainedBundles.Digits];
        return CommandResult.Run(["train", "--out", folder.Path, .. usual, .. TrainedBundles.TinyChanges, .. arguments]);
    }

    /// <summary>Cancels, as Ctrl-C does, when a text appears.</summary>
    private sealed class StoppingWriter(CancellationTokenSource stop, string sign) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            if (value!.Contains(sign, StringComparison.Ordinal))
                stop.Cancel();
        }
    }
}
