using TorchSharp;
using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;

namespace Latent.Compat.TorchSharp.Tests;

public class OptimizerTests
{
    private static readonly double[] Start = [1.0, -2.0, 0.5];
    private static readonly double[] Target = [0.3, 0.1, -0.4];

    public static TheoryData<ScalarType, double, bool> AdamCases => new()
    {
        { ScalarType.Float32, 0, false },
        { ScalarType.Float32, 0.1, false },
        { ScalarType.Float32, 0.1, true },
        { ScalarType.Float64, 0.1, false },
        { ScalarType.Float64, 0.1, true },
    };

    [Theory]
    [MemberData(nameof(AdamCases))]
    public void Adam_SeveralSteps_FollowsItsFormula(ScalarType type, double decay, bool amsgrad)
    {
        var expected = ReferenceAdam(decay, 0, amsgrad);
        Approximately.Equal(expected, Run(type, p => optim.Adam(p, lr: 0.1, weight_decay: decay, amsgrad: amsgrad)));
    }

    [Theory]
    [MemberData(nameof(AdamCases))]
    public void AdamW_SeveralSteps_DecaysTheParameterItself(ScalarType type, double decay, bool amsgrad)
    {
        var expected = ReferenceAdam(0, decay, amsgrad);
        Approximately.Equal(expected, Run(type, p => optim.AdamW(p, lr: 0.1, weight_decay: decay, amsgrad: amsgrad)));
    }

    [Theory]
    [InlineData(ScalarType.Float32, 0.0, 0.0, false)]
    [InlineData(ScalarType.Float32, 0.9, 0.1, false)]
    [InlineData(ScalarType.Float32, 0.9, 0.1, true)]
    [InlineData(ScalarType.Float64, 0.9, 0.1, true)]
    public void Sgd_SeveralSteps_FollowsItsFormula(ScalarType type, double momentum, double decay, bool nesterov)
    {
        var x = Start.ToArray();
        var velocity = new double[x.Length];
        for (var step = 0; step < 5; step++)
        {
            for (var i = 0; i < x.Length; i++)
            {
                var gradient = (2 * (x[i] - Target[i])) + (decay * x[i]);
                velocity[i] = step == 0 ? gradient : (momentum * velocity[i]) + gradient;
                x[i] -= 0.05 * (nesterov ? gradient + (momentum * velocity[i]) : momentum > 0 ? velocity[i] : gradient);
            }
        }

        Approximately.Equal(x, Run(type, p => optim.SGD(p, 0.05, momentum: momentum, weight_decay: decay, nesterov: nesterov)));
    }

    [Theory]
    [InlineData(ScalarType.Float32, 0.0, 0.0, false)]
    [InlineData(ScalarType.Float32, 0.9, 0.1, false)]
    [InlineData(ScalarType.Float32, 0.0, 0.1, true)]
    [InlineData(ScalarType.Float32, 0.9, 0.0, true)]
    [InlineData(ScalarType.Float64, 0.9, 0.1, true)]
    public void RmsProp_SeveralSteps_FollowsItsFormula(ScalarType type, double momentum, double decay, bool centered)
    {
        var x = Start.ToArray();
        var (square, mean, velocity) = (new double[x.Length], new double[x.Length], new double[x.Length]);
        for (var step = 0; step < 5; step++)
        {
            for (var i = 0; i < x.Length; i++)
            {
                var gradient = (2 * (x[i] - Target[i])) + (decay * x[i]);
                square[i] = (0.9 * square[i]) + (0.1 * gradient * gradient);
                mean[i] = (0.9 * mean[i]) + (0.1 * gradient);
                var root = Math.Sqrt(square[i] - (centered ? mean[i] * mean[i] : 0)) + 1e-8;
                velocity[i] = (momentum * velocity[i]) + (gradient / root);
                x[i] -= 0.05 * velocity[i];
            }
        }

        Approximately.Equal(
            x, Run(type, p => optim.RMSProp(p, lr: 0.05, alpha: 0.9, weight_decay: decay, momentum: momentum, centered: centered)));
    }

    [Fact]
    public void Adam_OverALongVector_TreatsEveryElementAlike()
    {
        using var scope = NewDisposeScope();
        var parameter = ones(200_003).AsParameter();
        using var optimizer = optim.Adam([parameter], lr: 0.25);
        parameter.sum().backward();
        optimizer.step();
        Approximately.Equal(0.75, parameter.min().ToDouble());
        Approximately.Equal(0.75, parameter.max().ToDouble());
    }

    [Fact]
    public void ParamGroups_WithTheirOwnRates_AreSettable()
    {
        using var scope = NewDisposeScope();
        var slow = ones(1).AsParameter();
        var fast = ones(1).AsParameter();
        using var optimizer = optim.SGD([new SGD.ParamGroup([slow], lr: 0.1), new SGD.ParamGroup([fast], lr: 0.2)], 1.0);
        (slow + fast).sum().backward();
        optimizer.step();
        Approximately.Equal([0.9], slow);
        Approximately.Equal([0.8], fast);
        foreach (var group in optimizer.ParamGroups) group.LearningRate = 0;
        optimizer.step();
        Approximately.Equal([0.9], slow);
        optimizer.zero_grad();
        Approximately.Equal([0], slow.grad!);
    }

    [Fact]
    public void ClipGradNorm_OfALargeGradient_ScalesItDown()
    {
        using var scope = NewDisposeScope();
        var parameter = ones(2).AsParameter();
        (parameter * tensor(new[] { 3f, 4f })).sum().backward();
        Approximately.Equal(5, nn.utils.clip_grad_norm_([parameter], 1.0));
        Approximately.Equal([0.6, 0.8], parameter.grad!);
        nn.utils.clip_grad_value_([parameter], 0.7);
        Approximately.Equal([0.6, 0.7], parameter.grad!);
    }

    private static double[] ReferenceAdam(double l2, double decay, bool amsgrad)
    {
        var x = Start.ToArray();
        var (mean, square, largest) = (new double[x.Length], new double[x.Length], new double[x.Length]);
        for (var step = 1; step <= 5; step++)
        {
            for (var i = 0; i < x.Length; i++)
            {
                x[i] *= 1 - (0.1 * decay);
                var gradient = (2 * ((x[i] / (1 - (0.1 * decay))) - Target[i])) + (l2 * x[i]);
                mean[i] = (0.9 * mean[i]) + (0.1 * gradient);
                square[i] = (0.999 * square[i]) + (0.001 * gradient * gradient);
                largest[i] = Math.Max(largest[i], square[i]);
                var root = Math.Sqrt((amsgrad ? largest[i] : square[i]) / (1 - Math.Pow(0.999, step)));
                x[i] -= 0.1 * (mean[i] / (1 - Math.Pow(0.9, step))) / (root + 1e-8);
            }
        }

        return x;
    }

    private static Tensor Run(ScalarType type, Func<IEnumerable<Parameter>, optim.Optimizer> create)
    {
        using var scope = NewDisposeScope();
        var parameter = tensor(Start, dtype: type).AsParameter();
        using var optimizer = create([parameter]);
        Descend(parameter, optimizer, 5);
        return parameter.detach().clone().MoveToOuterDisposeScope();
    }

    private static void Descend(Parameter parameter, optim.Optimizer optimizer, int steps)
    {
        using var scope = NewDisposeScope();
        var target = tensor(Target, dtype: parameter.dtype);
        for (var i = 0; i < steps; i++)
        {
            optimizer.zero_grad();
            (parameter - target).pow(2).sum().backward();
            optimizer.step();
        }
    }
}
