using Latent.Files;
using Latent.Tests;

namespace Latent.Cli.Tests.Commands;

[Collection(BundleCollection.Name)]
public sealed class EvaluateCommandTests(TrainedBundles bundles)
{
    [Fact]
    public void Evaluate_VariationalWithJson_HasTheAgreedShape()
    {
        var result = CommandResult.Run("evaluate", bundles.Vae, "--data", TrainedBundles.Digits, "--json");

        var metrics = result.Json.GetProperty("metrics");
        Assert.Equal(["bundle", "data", "metrics"], result.Json.EnumerateObject().Select(property => property.Name));
        Assert.Equal(
            (bundles.Vae, TrainedBundles.Digits),
            (result.Json.GetProperty("bundle").GetString(), result.Json.GetProperty("data").GetString()));
        Assert.Equal(
            ["loss", "reconstruction", "kl", "mse", "fvu", "active_units", "near_zero"],
            metrics.EnumerateObject().Select(metric => metric.Name));
        Assert.Equal(
            metrics.GetProperty("loss").GetDouble(),
            metrics.GetProperty("reconstruction").GetDouble() + metrics.GetProperty("kl").GetDouble(),
            precision: 6);
    }

    [Fact]
    public void Evaluate_DenseWithJson_HasNoDivergence()
    {
        var result = CommandResult.Run("evaluate", bundles.Dense, "--data", TrainedBundles.Digits, "--json");

        Assert.Equal(
            ["loss", "reconstruction", "mse", "fvu"],
            result.Json.GetProperty("metrics").EnumerateObject().Select(metric => metric.Name));
    }

    [Fact]
    public void Evaluate_NamedData_UsesTheTestRows()
    {
        var result = CommandResult.Run("evaluate", bundles.Dense, "--data", TrainedBundles.Digits);

        Assert.StartsWith($"mnist-dense on {TrainedBundles.TestRows} rows of {TrainedBundles.Digits}\n", result.Output);
    }

    [Fact]
    public void Evaluate_File_UsesEveryRow()
    {
        using var folder = new TemporaryFolder();
        NpyFile.Write(folder["rows.npy"], new float[7 * TrainedBundles.InputSize], 7, TrainedBundles.InputSize);

        var result = CommandResult.Run("evaluate", bundles.Dense, "--data", folder["rows.npy"]);

        Assert.StartsWith("mnist-dense on 7 rows of ", result.Output);
    }

    [Fact]
    public void Evaluate_RowsOfTwiceTheSize_AreRejectedAlthoughTheNumbersWouldFit()
    {
        using var folder = new TemporaryFolder();
        NpyFile.Write(folder["wide.npy"], new float[2 * TrainedBundles.InputSize], 1, 2 * TrainedBundles.InputSize);

        var result = CommandResult.Run("evaluate", bundles.Dense, "--data", folder["wide.npy"]);

        Assert.Equal(ExitCode.BadInput, result.Code);
        Assert.Equal(
            $"The rows do not match the model.\nWhere: {folder["wide.npy"]}\nExpected: rows of 784 numbers, or images of 1 x 28 x 28\n" +
            "Received: rows of shape [1568]\n" +
            "Fix: Use data that matches the model's input ('latent inspect BUNDLE' shows it), or rearrange the rows.\n",
            result.Error);
    }
}
