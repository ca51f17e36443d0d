using Latent.Training.Export;

namespace Latent.Training.Tests.Export;

public sealed class UnambiguousRowsTests
{
    private static readonly float[] Rows = TinyRuns.Digits.Validation.Values;
    private static readonly int Count = TinyRuns.Digits.Validation.Count;

    [Fact]
    public void Find_CodeWithoutThresholds_IsEveryRow()
    {
        using var model = TinyRuns.Model("dense", """{ "hidden": [32], "latent": 8 }""");

        Assert.Equal(Enumerable.Range(0, Count), UnambiguousRows.Find(model, Rows, least: Count));
    }

    [Fact]
    public void Find_CodeWithThresholds_LeavesOutWhatLiesOnOne()
    {
        using var model = TinyRuns.Model("topk", """{ "hidden": [32], "latent": 64, "active": 8 }""");

        var clear = UnambiguousRows.Find(model, Rows, least: 1);

        Assert.InRange(clear.Length, 1, Count - 1);
        Assert.Equal(clear.Order(), clear);
    }

    [Fact]
    public void Find_FewerThanNeeded_SaysHowMany()
    {
        using var model = TinyRuns.Model("topk", """{ "hidden": [32], "latent": 64, "active": 8 }""");
        var clear = UnambiguousRows.Find(model, Rows, least: 1).Length;

        var error = Assert.Throws<ParityException>(() => UnambiguousRows.Find(model, Rows, least: Count));

        Assert.Equal(
            $"The export cannot be checked: of {Count} rows, {clear} have no latent within 0.001 of the threshold at which the code " +
                $"drops it. Expected at least {Count}. Nothing was written. " +
                "Train on rows of unit scale (normalization: min_max or standardize), so that the latents are larger.",
            error.Message);
    }
}
