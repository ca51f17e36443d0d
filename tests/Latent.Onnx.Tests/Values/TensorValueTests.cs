using static TorchSharp.torch;

namespace Latent.Onnx.Tests;

/// <summary>Gradients through operators that select.</summary>
public sealed class TensorValueTests
{
    [Fact]
    public void GreaterOrEqual_AsAMask_PassesTheGradientOfWhatIsKept()
    {
        using var scope = NewDisposeScope();
        using var x = tensor(new float[] { 3, 1, 4, 2 }, [1, 4], requires_grad: true);
        TensorValue value = x;

        (value * value.GreaterOrEqual(value.KthLargest(2))).Sum([]).Tensor.backward();

        Assert.Equal([1f, 0f, 1f, 0f], x.grad!.data<float>().ToArray());
    }

    [Fact]
    public void KthLargest_OfARow_HasItsGradientThere()
    {
        using var scope = NewDisposeScope();
        using var x = tensor(new float[] { 3, 1, 4, 2 }, [1, 4], requires_grad: true);

        new TensorValue(x).KthLargest(2).Sum([]).Tensor.backward();

        Assert.Equal([1f, 0f, 0f, 0f], x.grad!.data<float>().ToArray());
    }

    [Fact]
    public void Greater_OfTwoValues_HasNoGradient()
    {
        using var scope = NewDisposeScope();
        using var x = tensor(new float[] { 3, 1 }, [1, 2], requires_grad: true);

        Assert.False(new TensorValue(x).Greater(x * 2).Tensor.requires_grad);
    }
}
