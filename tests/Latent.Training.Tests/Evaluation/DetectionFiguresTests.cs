using Latent.Data;
using Latent.Training.Evaluation;

namespace Latent.Training.Tests.Evaluation;

public sealed class DetectionFiguresTests
{
    // Images of two pixels; the model's anomaly score of a pixel is its brightness.
    private static readonly Dataset Images = new(
        "p",
        [1, 1, 2],
        [0.1f, 0.2f, 0.3f, 0.4f, 0.9f, 0.1f, 0.25f, 0.05f],
        [0, 0, 1, 2],
        ["fine", "spot", "dent"])
    {
        LabelGroups = new Dictionary<string, IReadOnlyList<string>> { ["spot"] = ["spot"], ["dent"] = ["dent"], ["hole"] = ["hole"] },
        Masks = [0, 0, 0, 0, 1, 0, 1, 0],
    };

    [Fact]
    public void Compute_Groups_HaveFiguresEach()
    {
        var figures = new Dictionary<string, double>(new DetectionFigures(new Brightness(), ["fine"], 0.4).Compute(Images));

        Assert.Equal(0.75, figures["auroc"]);                 // 0.9 is above both, 0.25 above one of 0.2 and 0.4
        Assert.Equal((1, 0.5), (figures["auroc_spot"], figures["auroc_dent"]));
        Assert.Equal((0.5, 1, 0), (figures["detection"], figures["detection_spot"], figures["detection_dent"]));
        Assert.DoesNotContain("auroc_hole", figures.Keys);
    }

    [Fact]
    public void Compute_Masks_SeparateDefectPixelsFromAllOthers()
    {
        var figures = new Dictionary<string, double>(new DetectionFigures(new Brightness(), ["fine"], null).Compute(Images));

        // The pixels without defect are 0.1, 0.2, 0.3, 0.4, 0.1 and 0.05.
        Assert.Equal(1, figures["pixel_auroc_spot"]);
        Assert.Equal(4 / 6.0, figures["pixel_auroc_dent"], 1e-12);
        Assert.Equal(10 / 12.0, figures["pixel_auroc"], 1e-12);
        Assert.DoesNotContain("detection", figures.Keys);
    }

    [Fact]
    public void Subset_Masks_StayWithTheirImages() => Assert.Equal([1, 0, 0, 0], Images.Subset([2, 0]).Masks!);

    private sealed class Brightness : IReconstructor
    {
        public (float[] Mean, float[]? LogVariance) Encode(ReadOnlySpan<float> rows) => throw new NotSupportedException();

        public float[] Decode(ReadOnlySpan<float> codes) => throw new NotSupportedException();

        public float[] Reconstruct(ReadOnlySpan<float> rows) => throw new NotSupportedException();

        public float[] Score(ReadOnlySpan<float> rows) => [.. rows.ToArray().Chunk(2).Select(pixels => pixels.Max())];

        public float[] Errors(ReadOnlySpan<float> rows) => rows.ToArray();
    }
}
