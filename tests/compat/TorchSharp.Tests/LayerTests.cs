using TorchSharp;
using Xunit;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Latent.Compat.TorchSharp.Tests;

public class LayerTests
{
    public static TheoryData<string, Func<nn.Module<Tensor, Tensor>>, Func<double, double>> Activations => new()
    {
        { "ReLU", () => nn.ReLU(), x => Math.Max(0, x) },
        { "ReLU6", () => nn.ReLU6(), x => Math.Clamp(x, 0, 6) },
        { "LeakyReLU", () => nn.LeakyReLU(0.2), x => x > 0 ? x : 0.2 * x },
        { "PReLU", () => nn.PReLU(1), x => x > 0 ? x : 0.25 * x },
        { "ELU", () => nn.ELU(1.5), x => x > 0 ? x : 1.5 * (Math.Exp(x) - 1) },
        { "CELU", () => nn.CELU(1.5), x => Math.Max(0, x) + Math.Min(0, 1.5 * (Math.Exp(x / 1.5) - 1)) },
        { "SELU", () => nn.SELU(), x => 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * (Math.Exp(x) - 1)) },
        { "SiLU", () => nn.SiLU(), x => x / (1 + Math.Exp(-x)) },
        { "Mish", () => nn.Mish(), x => x * Math.Tanh(Math.Log(1 + Math.Exp(x))) },
        { "GELU tanh", () => nn.GELU(global::TorchSharp.Modules.GELU.Approximate.tanh), x => 0.5 * x * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (x + (0.044715 * x * x * x)))) },
        { "Sigmoid", () => nn.Sigmoid(), x => 1 / (1 + Math.Exp(-x)) },
        { "Hardsigmoid", () => nn.Hardsigmoid(), x => Math.Clamp((x / 6) + 0.5, 0, 1) },
        { "Hardswish", () => nn.Hardswish(), x => x * Math.Clamp((x / 6) + 0.5, 0, 1) },
        { "Tanh", () => nn.Tanh(), Math.Tanh },
        { "Softplus", () => nn.Softplus(), x => Math.Log(1 + Math.Exp(x)) },
        { "LogSigmoid", () => nn.LogSigmoid(), x => -Math.Log(1 + Math.Exp(-x)) },
        { "RReLU", () => nn.RReLU(0.1, 0.5), x => x >= 0 ? x : 0.3 * x },
        { "Threshold", () => nn.Threshold(0.35, -7), x => x > 0.35 ? x : -7 },
        { "Hardshrink", () => nn.Hardshrink(0.35), x => Math.Abs(x) > 0.35 ? x : 0 },
        { "Softshrink", () => nn.Softshrink(0.35), x => Math.Sign(x) * Math.Max(0, Math.Abs(x) - 0.35) },
        { "Softsign", () => nn.Softsign(), x => x / (1 + Math.Abs(x)) },
        { "Tanhshrink", () => nn.Tanhshrink(), x => x - Math.Tanh(x) },
        { "AlphaDropout", () => Evaluated(nn.AlphaDropout()), x => x },
        { "FeatureAlphaDropout", () => Evaluated(nn.FeatureAlphaDropout()), x => x },
        { "Dropout2d", () => Evaluated(nn.Dropout2d()), x => x },
        { "Dropout3d", () => Evaluated(nn.Dropout3d(inplace: true)), x => x },
        { "Identity", () => nn.Identity(), x => x },
    };

    [Theory]
    [MemberData(nameof(Activations))]
    public void Activation_OnKnownNumbers_FollowsItsFormula(string name, Func<nn.Module<Tensor, Tensor>> create, Func<double, double> formula)
    {
        using var scope = NewDisposeScope();
        using var layer = create();
        double[] values = [-2, -0.3, 0, 0.4, 3];
        Assert.NotEmpty(name);
        Approximately.Equal([.. values.Select(formula)], layer.call(tensor(values, dtype: float32)));
    }

    [Fact]
    public void Linear_Forward_IsInputTimesTransposedWeightPlusBias()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.Linear(3, 2);
        var x = randn(5, 3);
        Approximately.Equal(x.mm(layer.weight.t()) + layer.bias!, layer.call(x));
        Assert.Equal((3L, 2L), (layer.in_features, layer.out_features));
        using var plain = nn.Linear(3, 2, hasBias: false);
        Assert.Null(plain.bias);
    }

    [Fact]
    public void Linear_Fresh_IsUniformWithinItsBounds()
    {
        using var layer = nn.Linear(100, 200);
        Assert.InRange(layer.weight.abs().max().ToDouble(), 0.099, 0.1);
        Assert.InRange(layer.bias!.abs().max().ToDouble(), 0.09, 0.1);
    }

    [Fact]
    public void Conv2d_OfOnes_SumsItsWindow()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.Conv2d(1, 1, 3, stride: 2, padding: 1, bias: false);
        nn.init.ones_(layer.weight);
        Approximately.Equal([4, 6, 6, 9], layer.call(ones(1, 1, 3 + 1, 3 + 1)));
        Assert.Equal([3L, 3L], layer.kernel_size);
        Assert.Equal([2L, 2L], layer.stride);
        Assert.Equal([1L, 1L], layer.padding!);
        Assert.Throws<ArgumentException>(() => layer.call(ones(1, 2, 4, 4)));
    }

    [Fact]
    public void Conv2d_PaddingByName_KeepsTheSize()
    {
        using var scope = NewDisposeScope();
        var x = randn(2, 2, 5, 5);
        using var same = nn.Conv2d(2, 4, 3, padding: Padding.Same);
        Assert.Equal([2L, 4L, 5L, 5L], same.call(x).shape);
        using var reflect = nn.Conv2d(2, 4, 3, padding: 1, padding_mode: PaddingModes.Reflect);
        Approximately.Equal(F.conv2d(F.pad(x, [1L, 1, 1, 1], PaddingModes.Reflect), reflect.weight, reflect.bias), reflect.call(x));
        using var grouped = nn.Conv2d(2, 4, (3, 1), dilation: (2, 1), groups: 2);
        Assert.Equal([2L, 4L, 1L, 5L], grouped.call(x).shape);
        Assert.Equal([4L, 1L, 3L, 1L], grouped.weight.shape);
    }

    [Fact]
    public void ConvTranspose2d_OfAConvolution_IsItsAdjoint()
    {
        using var scope = NewDisposeScope();
        using var transposed = nn.ConvTranspose2d(3, 2, 4, stride: 2, padding: 1, bias: false);
        var y = randn(1, 3, 4, 4);
        var x = randn(1, 2, 8, 8);
        var forward = F.conv2d(x, transposed.weight, strides: [2, 2], padding: [1, 1]);
        Approximately.Equal((forward * y).sum().ToDouble(), (x * transposed.call(y)).sum().ToDouble(), 1e-3);
        using var grown = nn.ConvTranspose2d(3, 2, 3, stride: 2, padding: 1, output_padding: 1);
        Assert.Equal([1L, 2L, 8L, 8L], grown.call(y).shape);
        Assert.Equal([1L, 2L, 8L, 8L], grown.forward(y, [8, 8]).shape);
    }

    [Fact]
    public void Conv1d_AndItsTranspose_HaveTheirShapes()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.Conv1d(2, 3, 3, stride: 2, padding: 1);
        using var back = nn.ConvTranspose1d(3, 2, 4, stride: 2, padding: 1);
        var code = layer.call(randn(1, 2, 8));
        Assert.Equal([1L, 3L, 4L], code.shape);
        Assert.Equal([1L, 2L, 8L], back.call(code).shape);
    }

    [Fact]
    public void BatchNorm_InTraining_NormalisesAndRemembers()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.BatchNorm1d(2);
        var x = tensor(new float[,] { { 1, 10 }, { 3, 30 } });
        Approximately.Equal([-1, -1, 1, 1], layer.call(x), 1e-4);
        Approximately.Equal([0.2, 2.0], layer.running_mean!);
        Approximately.Equal([0.9 + 0.2, 0.9 + 20], layer.running_var!, 1e-4);
        Assert.Equal(1, layer.num_batches_tracked!.item<long>());
        layer.eval();
        Approximately.Equal((x - layer.running_mean!) / (layer.running_var! + layer.eps).sqrt(), layer.call(x));
        using var images = nn.BatchNorm2d(3);
        Assert.Equal([2L, 3L, 4L, 4L], images.call(randn(2, 3, 4, 4)).shape);
        Assert.Throws<ArgumentException>(() => images.call(randn(2, 3)));
    }

    [Fact]
    public void LayerNorm_OfRows_HasMeanZeroAndUnitVariance()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.LayerNorm(4);
        var y = layer.call(arange(8, float32).reshape(2, 4));
        Approximately.Equal([0, 0], y.mean([1]));
        Approximately.Equal([1, 1], y.var(1, unbiased: false), 1e-4);
    }

    [Fact]
    public void Pooling_OfASquare_TakesLargestAndMean()
    {
        using var scope = NewDisposeScope();
        var x = arange(16, float32).reshape(1, 1, 4, 4);
        Approximately.Equal([5, 7, 13, 15], nn.MaxPool2d(2).call(x));
        Approximately.Equal([2.5, 4.5, 10.5, 12.5], nn.AvgPool2d(2).call(x));
        Approximately.Equal([7.5], nn.AdaptiveAvgPool2d(1).call(x));
        Approximately.Equal([0.5, 2.5, 4.5, 6.5, 8.5, 10.5, 12.5, 14.5], nn.AvgPool1d(2).call(x.squeeze(0)));
        Approximately.Equal([1.5, 5.5, 9.5, 13.5], nn.AdaptiveAvgPool1d(1).call(x.squeeze(0)));
    }

    [Fact]
    public void Dropout_InTrainingAndNot_ScalesOrPasses()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.Dropout(0.5);
        var x = ones(10_000);
        var y = layer.call(x);
        Assert.All(y.data<float>().ToArray(), value => Assert.True(value is 0 or 2));
        Assert.InRange(y.mean().ToDouble(), 0.9, 1.1);
        layer.eval();
        Assert.True(layer.call(x).Equals(x));
    }

    [Fact]
    public void Embedding_OfTokens_PicksRows()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.Embedding(5, 3, padding_idx: 0);
        var tokens = tensor(new[] { 2L, 0L });
        Approximately.Equal(layer.weight!.index_select(0, tokens), layer.call(tokens));
        Approximately.Equal([0, 0, 0], layer.weight![0]);
    }

    [Fact]
    public void Softmax_OfRows_SumsToOne()
    {
        using var scope = NewDisposeScope();
        var x = randn(3, 4);
        Approximately.Equal([1, 1, 1], nn.Softmax(1).call(x).sum(1));
        Approximately.Equal(nn.Softmax(1).call(x).log(), nn.LogSoftmax(1).call(x));
    }

    [Fact]
    public void Flatten_AndUnflatten_AreInverse()
    {
        using var scope = NewDisposeScope();
        var x = randn(2, 3, 4);
        var flat = nn.Flatten().call(x);
        Assert.Equal([2L, 12L], flat.shape);
        Approximately.Equal(x, nn.Unflatten(1, [3, 4]).call(flat));
        Assert.Equal("Invalid 'dim' argument: -1.", Assert.Throws<ArgumentException>(() => nn.Unflatten(-1, [3, 4]).call(flat)).Message);
    }

    [Fact]
    public void Sequential_ByNameAndIndex_FindsItsModules()
    {
        using var scope = NewDisposeScope();
        using var model = nn.Sequential(("first", nn.Linear(2, 3)), ("second", nn.ReLU()));
        model.append(nn.Linear(3, 1));
        Assert.Equal(3, model.Count);
        Assert.Equal(["first", "second", "2"], model.named_children().Select(entry => entry.name));
        Assert.Equal(["first.weight", "first.bias", "2.weight", "2.bias"], model.state_dict().Keys);
        Assert.Equal(2, model[0..2].Count);
        Assert.Equal([4L, 1L], model.call(randn(4, 2)).shape);
    }

    private static nn.Module<Tensor, Tensor> Evaluated(nn.Module<Tensor, Tensor> layer)
    {
        layer.eval();
        return layer;
    }
}
