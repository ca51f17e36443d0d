using static TorchSharp.torch.nn;

namespace Latent.Onnx.Tests;

/// <summary>The errors of operators on shapes that do not fit.</summary>
public sealed class GraphValueTests
{
    [Fact]
    public void KthLargest_BeyondTheExtent_SaysTheRange() => Rejected(
        x => x.KthLargest(7),
        "KthLargest cannot take element 7 of the last dimension of [batch, 4, 6]. Expected 1 to 6.");

    [Fact]
    public void KthLargest_OfASymbolicDimension_IsRejected() => Rejected(
        x => x.Permute(1, 2, 0).KthLargest(1),
        "KthLargest cannot rank the symbolic dimension batch of [4, 6, batch]. Expected a fixed extent in the last dimension.");

    [Fact]
    public void Permute_ThatLeavesOutADimension_IsRejected() => Rejected(
        x => x.Permute(0, 2),
        "Permute cannot order [batch, 4, 6] by [0, 2]. Expected each of its 3 dimensions once.");

    [Fact]
    public void Permute_ThatRepeatsADimension_IsRejected() => Rejected(
        x => x.Permute(0, 2, -1),
        "Permute cannot order [batch, 4, 6] by [0, 2, -1]. Expected each of its 3 dimensions once.");

    [Fact]
    public void Squeeze_OfALargerDimension_IsRejected() => Rejected(
        x => x.Squeeze(-1),
        "Squeeze cannot drop dimension 2 of [batch, 4, 6], which is 6. Expected 1.");

    [Fact]
    public void Expand_OfALargerDimension_IsRejected() => Rejected(
        x => x.Expand(1, 8),
        "Expand cannot repeat dimension 1 of [batch, 4, 6], which is 4. Expected 1.");

    [Fact]
    public void Unsqueeze_BeyondTheShape_SaysTheRange() => Rejected(
        x => x.Unsqueeze(4),
        "Unsqueeze cannot put dimension 4 into [batch, 4, 6]. Expected -4 to 3.");

    [Fact]
    public void TopK_BeyondTheExtent_SaysTheRange() => Rejected(
        x => x.TopK(5, axis: 1).Values,
        "TopK cannot take 5 of dimension 1 of [batch, 4, 6]. Expected 1 to 4.");

    [Fact]
    public void Split_IntoPartsThatDoNotSumUp_IsRejected() => Rejected(
        x => x.Split(-1, 2, 3)[0],
        "Split cannot divide dimension 2 of [batch, 4, 6] into [2, 3]. Expected parts of at least 1 that sum up to it.");

    [Fact]
    public void Repeat_OfTooFewDimensions_IsRejected() => Rejected(
        x => x.Repeat(1, 2),
        "Repeat cannot repeat [batch, 4, 6] [1, 2] times. Expected a number of at least 1 for each of its 3 dimensions.");

    [Fact]
    public void Gemm_OfMoreThanMatrices_IsRejected() => Rejected(
        x => x.Gemm(x, x),
        "Gemm cannot multiply [batch, 4, 6] by [batch, 4, 6]. " +
        "Expected two matrices, with as many columns in the left as rows in the right.");

    [Fact]
    public void Norm_OfANegativeNumber_IsRejected() => Rejected(
        x => x.Norm(-1, [1]),
        "Norm cannot take -1. Expected a number above 0, or infinity.");

    [Fact]
    public void Einsum_WithoutAnArrow_ShowsOne() => Rejected(
        x => GraphValue.Einsum("bij", x),
        "Einsum cannot read 'bij' for 1 operands. Expected a term of letters for each, commas between them, and the result after " +
        "an arrow: 'bij,bjk->bik'.");

    [Fact]
    public void Einsum_OfTwoExtentsForALetter_NamesBoth() => Rejected(
        x => GraphValue.Einsum("bii->bi", x),
        "Einsum 'bii->bi' has 4 and 6 for 'i'. Expected one extent for a letter.");

    [Fact]
    public void Einsum_OfALetterThatNoOperandHas_IsRejected() => Rejected(
        x => GraphValue.Einsum("bij->bk", x),
        "Einsum 'bij->bk' yields 'k', which no operand has.");

    [Fact]
    public void Einsum_OfTooFewLetters_SaysHowMany() => Rejected(
        x => GraphValue.Einsum("bi->b", x),
        "Einsum 'bi->b' reads 'bi' from [batch, 4, 6]. Expected 2 dimensions.");

    [Fact]
    public void Extent_OfASymbolicDimension_IsOneNumber() =>
        Assert.EndsWith("output y: int64[]", Export(x => x.Extent(0)).ToString().TrimEnd());

    [Fact]
    public void KthLargest_WhoseIndicesAreNotUsed_NamesBothOutputs()
    {
        var text = Export(x => x.KthLargest(2)).ToString();

        Assert.Contains("TopK, TopK.indices = TopK(x, const/[2]) {axis=-1}", text);
        Assert.EndsWith("output y: float[batch, 4, 1]", text.TrimEnd());
    }

    [Fact]
    public void LogSumExp_OverSomeAxes_HasTheShapeOfTheRest() =>
        Assert.EndsWith("output y: float[batch]", Export(x => x.LogSumExp([1, -1])).ToString().TrimEnd());

    private static void Rejected(Func<GraphValue, GraphValue> forward, string message) =>
        Assert.Equal(message, Assert.Throws<ExportException>(() => Export(forward)).Message);

    private static OnnxModel Export(Func<GraphValue, GraphValue> forward) =>
        OnnxExporter.Record(
            Evaluating.Create(Identity()), [new GraphInput("x", new Shape(Dim.Batch, 4, 6))], values => [("y", forward(values[0]))]);
}
