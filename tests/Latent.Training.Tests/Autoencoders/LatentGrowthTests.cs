using Latent.Onnx;
using Latent.Training.Autoencoders;
using static TorchSharp.torch;

namespace Latent.Training.Tests.Autoencoders;

public sealed class LatentGrowthTests
{
    [Theory]
    [InlineData(1, 4)]
    [InlineData(2, 4)]
    [InlineData(3, 8)]
    [InlineData(5, 32)]
    [InlineData(50, 32)]
    public void In_AnEpoch_IsTheNumberOfItsStage(int epoch, long expected) =>
        Assert.Equal(expected, new LatentGrowth(new GrowthSettings { Latents = [4, 8], StageEpochs = 2 }, 32).In(epoch));

    [Fact]
    public void In_WithoutStages_IsTheWholeCode() => Assert.Equal(32, new LatentGrowth(null, 32).In(1));

    [Fact]
    public void Encode_WhileTheCodeGrows_LeavesTheRestAtZero()
    {
        using var scope = NewDisposeScope();
        using var model = TinyRuns.Model(TinyRuns.Variational);
        model.ActiveLatents = 3;

        var posterior = model.Encode<TensorValue>(rand(5, 784));

        Assert.True(posterior.Mean.Tensor[TensorIndex.Colon, 3].eq(0).all().item<bool>());
        Assert.True(posterior.LogVariance!.Value.Tensor[TensorIndex.Colon, 3].eq(0).all().item<bool>());
        Assert.True(posterior.Mean.Tensor[TensorIndex.Colon, 2].ne(0).all().item<bool>());
    }
}
