using System.Text.Json;
using Latent.Bundles;
using Latent.Training.Reports;

namespace Latent.Training.Tests.Reports;

public sealed class CodeActivityTests
{
    private static readonly float[] MostlyZero = [0, 0, 3, 0, 0, 0, -1, 0, 0, 0, 2, 4e-4f];
    private static readonly float[] Dense = [1, 2, 3, -1, 1, 2, -4, 1, 0, 1, 2, 3];

    [Fact]
    public void Find_CodesThatAreMostlyZero_CountsActiveLatents()
    {
        var activity = CodeActivity.Find(ManifestOf("dense"), MostlyZero)!;

        Assert.Equal([0, 0, 2, 4e-4 / 3], activity.MeanActivations, (expected, received) => Math.Abs(expected - received) < 1e-9);
        Assert.Equal(3, activity.Silent);
        Assert.Equal(1, activity.MeanActive);
    }

    [Fact]
    public void Find_DenseCodes_IsNull() => Assert.Null(CodeActivity.Find(ManifestOf("dense"), Dense));

    [Theory]
    [InlineData("sparse")]
    [InlineData("topk")]
    [InlineData("batch_topk")]
    [InlineData("jump_relu")]
    public void Find_OfASparseFamily_IsAlwaysThere(string family) => Assert.Equal(0, CodeActivity.Find(ManifestOf(family), Dense)!.Silent);

    [Fact]
    public void Find_OfAModelMeasuredBySparsity_IsThere() =>
        Assert.NotNull(CodeActivity.Find(
            ManifestOf("dense") with { Metrics = new Dictionary<string, double> { ["l0"] = 11.0 / 12 } }, Dense));

    private static BundleManifest ManifestOf(string family) => new()
    {
        Name = "codes",
        Family = family,
        Options = JsonSerializer.Deserialize<JsonElement>("{}"),
        Graphs = new Dictionary<string, GraphEntry>(),
        Latent = new LatentSpec { Size = 4 },
        Input = new InputSpec { Shape = [8] },
        Producer = new ProducerSpec { Name = "test", Version = "1" },
    };
}
