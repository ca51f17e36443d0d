using Latent.Onnx;
using Latent.Training.Autoencoders.Codes;
using static TorchSharp.torch;

namespace Latent.Training.Tests.Autoencoders.Codes;

public sealed class CodeTests
{
    private readonly Tensor features = Features();

    [Fact]
    public void TopK_KeepsTheLargestOfEachRow()
    {
        using var code = new TopKCode(12, 10, active: 3);

        var kept = code.Encode<TensorValue>(features).Mean.Tensor;

        var all = code.Projection.call(features).relu();
        Assert.Equal([3L, 3L, 3L, 3L, 3L, 3L], kept.gt(0).sum(dim: 1).data<long>().ToArray());
        Assert.True(kept.sum(dim: 1).allclose(all.topk(3).values.sum(dim: 1)));
    }

    [Fact]
    public void BatchTopK_InTraining_KeepsTheLargestOfTheBatch()
    {
        using var code = new BatchTopKCode(12, 10, active: 2);

        var kept = code.EncodeInTraining(features).Mean.Tensor;

        Assert.Equal(12, kept.gt(0).sum().item<long>());
        Assert.True(kept.sum().allclose(code.Projection.call(features).relu().flatten().topk(12).values.sum()));
    }

    [Fact]
    public void BatchTopK_Trained_KeepsWhatIsAboveTheThresholdOfItsBatches()
    {
        using var code = new BatchTopKCode(12, 10, active: 2);
        var inTraining = code.EncodeInTraining(features).Mean.Tensor;

        var trained = code.Encode<TensorValue>(features).Mean.Tensor;

        // The smallest latent that the batch kept is the threshold itself, and not above it.
        Assert.Equal(inTraining.gt(0).sum().item<long>() - 1, trained.gt(0).sum().item<long>());
    }

    [Fact]
    public void JumpRelu_KeepsWhatIsAboveItsThreshold()
    {
        using var code = new JumpReluCode(12, 10, threshold: 0.2, bandwidth: 0.1);

        var kept = code.Encode<TensorValue>(features).Mean.Tensor;

        var all = code.Projection.call(features).relu();
        Assert.True(kept.allclose(all * all.gt(0.2).to(ScalarType.Float32)));
        Assert.True(kept.allclose(code.EncodeInTraining(features).Mean.Tensor));
    }

    [Fact]
    public void JumpRelu_FewerActive_NeedHigherThresholds()
    {
        using var code = new JumpReluCode(12, 10, threshold: 0.2, bandwidth: 0.5);

        var count = code.CountActive(code.EncodeInTraining(features).PreActivation!.Value.Tensor);
        count.mean().backward();

        var slope = code.get_parameter("log_threshold")!.grad!;
        Assert.Equal(code.Encode<TensorValue>(features).Mean.Tensor.gt(0).sum().item<long>() / 6f, count.mean().item<float>(), 5);
        Assert.True(slope.le(0).all().item<bool>() && slope.lt(0).any().item<bool>());
    }

    [Fact]
    public void Margin_OfTopK_IsTheGapBehindTheLastUnitKept()
    {
        using var code = new TopKCode(12, 10, active: 3);

        var margin = code.Margin(features);

        var largest = code.Projection.call(features).topk(4).values;
        Assert.True(margin.allclose(largest.select(1, 2) - largest.select(1, 3)));
    }

    [Fact]
    public void Margin_OfTopKThatKeepsAll_IsInfinite()
    {
        using var code = new TopKCode(12, 10, active: 10);

        Assert.All(code.Margin(features).data<float>().ToArray(), margin => Assert.Equal(float.PositiveInfinity, margin));
    }

    [Fact]
    public void Margin_OfThresholds_IsTheDistanceOfTheNearestLatent()
    {
        using var code = new JumpReluCode(12, 10, threshold: 0.2, bandwidth: 0.1);

        var margin = code.Margin(features);

        Assert.True(margin.allclose((code.Projection.call(features) - 0.2).abs().amin([1])));
    }

    [Fact]
    public void Margin_OfLessThanALatentMoves_LeavesTheCodeAsItIs()
    {
        using var code = new BatchTopKCode(12, 10, active: 2);
        code.EncodeInTraining(features);
        var kept = code.Encode<TensorValue>(features).Mean.Tensor.gt(0);
        var margin = code.Margin(features).unsqueeze(1);

        using var frozen = no_grad();
        code.Projection.bias!.add_(margin.amin([0, 1]) * 0.99);

        Assert.True(code.Encode<TensorValue>(features).Mean.Tensor.gt(0).eq(kept).all().item<bool>());
    }

    [Fact]
    public void EncodeInTraining_CountsTheRowsThatAUnitRests()
    {
        using var code = new TopKCode(12, 10, active: 1);
        code.EncodeInTraining(features);
        var active = code.EncodeInTraining(features).Mean.Tensor.amax([0]).gt(0);

        Assert.Equal(active.data<bool>().ToArray().Select(isActive => isActive ? 0f : 12f), code.IdleRows.data<float>().ToArray());
    }

    private static Tensor Features()
    {
        manual_seed(2);
        return randn(6, 12);
    }
}
