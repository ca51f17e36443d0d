using TorchSharp;
using Xunit;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;
using static TorchSharp.torch.optim.lr_scheduler;

namespace Latent.Compat.TorchSharp.Tests;

public class SchedulerTests
{
    public static TheoryData<string, Func<Optimizer, LRScheduler>, Func<int, double>> Schedules => new()
    {
        { "lambda", o => LambdaLR(o, epoch => 1.0 / (1 + epoch)), epoch => 1.0 / (1 + epoch) },
        { "step", o => StepLR(o, 3, 0.5), epoch => Math.Pow(0.5, epoch / 3) },
        { "milestones", o => MultiStepLR(o, [2, 5], 0.1), epoch => epoch < 2 ? 1 : epoch < 5 ? 0.1 : 0.01 },
        { "exponential", o => ExponentialLR(o, 0.9), epoch => Math.Pow(0.9, epoch) },
        { "linear", o => LinearLR(o, 0.25, 1.0, 6), epoch => Math.Min(1, 0.25 + (0.75 * epoch / 6)) },
        { "constant", o => ConstantLR(o, 0.5, 4), epoch => epoch < 4 ? 0.5 : 1 },
        { "cosine", o => CosineAnnealingLR(o, 10, 0.1), epoch => 0.1 + (0.9 * (1 + Math.Cos(Math.PI * epoch / 10)) / 2) },
    };

    [Theory]
    [MemberData(nameof(Schedules))]
    public void Step_EveryEpoch_FollowsTheClosedForm(string name, Func<Optimizer, LRScheduler> create, Func<int, double> formula)
    {
        using var scope = NewDisposeScope();
        using var optimizer = optim.SGD([ones(1).AsParameter()], 1.0);
        var scheduler = create(optimizer);
        for (var epoch = 0; epoch < 8; epoch++)
        {
            Approximately.Equal(formula(epoch), scheduler.get_last_lr().Single(), 1e-9);
            Approximately.Equal(formula(epoch), optimizer.ParamGroups.Single().LearningRate, 1e-9);
            scheduler.step();
        }

        Assert.NotEmpty(name);
    }

    [Fact]
    public void ReduceLROnPlateau_WithoutImprovement_LowersTheRate()
    {
        using var scope = NewDisposeScope();
        using var optimizer = optim.SGD([ones(1).AsParameter()], 1.0);
        var scheduler = ReduceLROnPlateau(optimizer, factor: 0.5, patience: 1);
        double[] losses = [1.0, 0.5, 0.5, 0.5, 0.4];
        double[] expected = [1.0, 1.0, 1.0, 0.5, 0.5];
        for (var i = 0; i < losses.Length; i++)
        {
            scheduler.step(losses[i]);
            Assert.Equal(expected[i], optimizer.ParamGroups.Single().LearningRate);
        }
    }

    [Fact]
    public void OneCycleLR_OverItsSteps_RisesAndFalls()
    {
        using var scope = NewDisposeScope();
        using var optimizer = optim.Adam([ones(1).AsParameter()], 0.1);
        var scheduler = OneCycleLR(optimizer, max_lr: 1.0, total_steps: 10);
        Approximately.Equal(0.04, scheduler.get_last_lr().Single());
        for (var i = 0; i < 2; i++) scheduler.step();
        Approximately.Equal(1.0, scheduler.get_last_lr().Single());
        for (var i = 0; i < 7; i++) scheduler.step();
        Approximately.Equal(0.04 / 1e4, scheduler.get_last_lr().Single(), 1e-9);
    }
}
