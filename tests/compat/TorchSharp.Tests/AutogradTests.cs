using TorchSharp;
using Xunit;
using static TorchSharp.torch;

namespace Latent.Compat.TorchSharp.Tests;

public class AutogradTests
{
    private const double Step = 1e-5;
    private const double FiniteDifference = 1e-6;

    public static TheoryData<string, Func<Tensor, Tensor>> Functions => new()
    {
        { "polynomial", x => (x.pow(3) - (2 * x)).sum() },
        { "sigmoid of a product", x => (x * x.flip(0)).sigmoid().sum() },
        { "softplus", x => nn.functional.softplus(x).sum() },
        { "log softmax", x => (nn.functional.log_softmax(x, 0) * tensor(new[] { 0.1, 0.2, 0.3, 0.4 })).sum() },
        { "norm", x => x.norm() },
        { "division", x => (1.0 / (2.0 + x)).sum() },
        { "matmul", x => x.reshape(2, 2).matmul(x.reshape(2, 2)).sum() },
        { "indexing", x => (x[1..3] * x[0]).sum() },
        { "gelu", x => x.gelu().sum() },
    };

    [Theory]
    [MemberData(nameof(Functions))]
    public void Backward_OfAFunction_MatchesFiniteDifferences(string name, Func<Tensor, Tensor> function)
    {
        using var scope = NewDisposeScope();
        double[] at = [0.3, -0.7, 1.1, 0.5];
        var x = tensor(at, requires_grad: true);
        function(x).backward();
        var expected = new double[at.Length];
        for (var i = 0; i < at.Length; i++)
        {
            double Shifted(double by)
            {
                var moved = at.ToArray();
                moved[i] += by;
                return function(tensor(moved)).ToDouble();
            }

            expected[i] = (Shifted(Step) - Shifted(-Step)) / (2 * Step);
        }

        Assert.NotEmpty(name);
        Approximately.Equal(expected, x.grad!, FiniteDifference);
    }

    [Fact]
    public void Grad_WithCreateGraph_CanBeDifferentiatedAgain()
    {
        using var scope = NewDisposeScope();
        var x = tensor(3.0, requires_grad: true);
        var first = autograd.grad([x.pow(3)], [x], create_graph: true)[0];
        var second = autograd.grad([first], [x])[0];
        Approximately.Equal(27, first.ToDouble());
        Approximately.Equal(18, second.ToDouble());
    }

    [Fact]
    public void NoGrad_WhileOpen_RecordsNothing()
    {
        using var scope = NewDisposeScope();
        var x = ones([1], requires_grad: true);
        using (no_grad())
        {
            Assert.False(is_grad_enabled());
            Assert.False((x * 2).requires_grad);
            using (enable_grad()) Assert.True((x * 2).requires_grad);
        }

        Assert.True(is_grad_enabled());
        Assert.True((x * 2).requires_grad);
        Assert.False((x * 2).detach().requires_grad);
        using (inference_mode()) Assert.True(is_inference_mode_enabled());
    }

    [Fact]
    public void Gradient_OfSeveralBackwards_AddsUp()
    {
        using var scope = NewDisposeScope();
        var x = tensor(2.0, requires_grad: true);
        Assert.Null(x.grad);
        (x * x).backward();
        (x * x).backward();
        Approximately.Equal(8, x.grad!.ToDouble());
        x.grad = null;
        Assert.Null(x.grad);
    }
}
