using TorchSharp;
using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;

namespace Latent.Compat.TorchSharp.Tests;

public class OptimizerStateTests
{
    private static readonly double[] Target = [0.3, 0.1, -0.4, 0.7, 2.1];

    public static TheoryData<string, Func<Parameter, OptimizerHelper>> Optimizers => new()
    {
        { "Adam", p => optim.Adam([p], lr: 0.1) },
        { "Adam, amsgrad and decay", p => optim.Adam([p], lr: 0.1, weight_decay: 0.1, amsgrad: true) },
        { "AdamW", p => optim.AdamW([p], lr: 0.1, weight_decay: 0.1) },
        { "SGD", p => optim.SGD([p], 0.1) },
        { "SGD with momentum", p => optim.SGD([p], 0.1, momentum: 0.9, weight_decay: 0.1, nesterov: true) },
        { "RMSProp", p => optim.RMSProp([p], lr: 0.1) },
        { "RMSProp, centered, with momentum", p => optim.RMSProp([p], lr: 0.1, momentum: 0.9, centered: true) },
    };

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void ThreeStepsAndThreeMore_WithAFileBetween_AreSixToTheBit(string name, Func<Parameter, OptimizerHelper> create)
    {
        var expected = Descend(create, (_, _) => { });
        var file = Path.GetTempFileName();
        try
        {
            Assert.Equal(expected, Descend(create, (from, to) =>
            {
                from.save_state_dict(file);
                to.load_state_dict(file);
            }, resume: true));
        }
        finally
        {
            File.Delete(file);
        }

        Assert.NotEmpty(name);
    }

    // Without momentum SGD has nothing to hand over, and TorchSharp 0.107 takes a reference to it.
    public static IEnumerable<object[]> OptimizersWithAState => Optimizers.Select(row => (object[])row).Where(row => (string)row[0] != "SGD");

    [Theory]
    [MemberData(nameof(OptimizersWithAState))]
    public void ThreeStepsAndThreeMore_WithAStateBetween_AreSixToTheBit(string name, Func<Parameter, OptimizerHelper> create)
    {
        var expected = Descend(create, (_, _) => { });
        var resumed = Descend(create, (from, to) => to.load_state_dict(from.state_dict()), resume: true);
        Assert.Equal(expected, resumed);
        Assert.NotEmpty(name);
    }

    [Fact]
    public void Load_OfAnotherRate_RestoresTheSavedOne()
    {
        using var scope = NewDisposeScope();
        var parameter = ones(2).AsParameter();
        using var saved = optim.Adam([parameter], lr: 0.1);
        using var loaded = optim.Adam([parameter], lr: 0.5);
        loaded.load_state_dict(saved.state_dict());
        Assert.Equal(0.1, loaded.ParamGroups.Single().LearningRate);
    }

    [Fact]
    public void Load_OfAnotherKind_NamesBoth()
    {
        using var scope = NewDisposeScope();
        var parameter = ones(2).AsParameter();
        using var saved = optim.Adam([parameter]);
        using var loaded = optim.RMSProp([parameter]);
        using var memory = new MemoryStream();
        saved.save_state_dict(new BinaryWriter(memory));
        memory.Position = 0;
        var error = Assert.Throws<InvalidDataException>(() => loaded.load_state_dict(new BinaryReader(memory)));
        Assert.Equal("Mismatched optimizer type: expected 'RMSProp', but found 'Adam' in the loaded stream.", error.Message);
    }

    /// <summary>Six steps; after three of them the rest is done by the same optimizer or by a fresh one that takes its state over.</summary>
    private static float[] Descend(Func<Parameter, OptimizerHelper> create, Action<OptimizerHelper, OptimizerHelper> handOver, bool resume = false)
    {
        using var scope = NewDisposeScope();
        var parameter = zeros(Target.Length).AsParameter();
        using var first = create(parameter);
        Step(parameter, first, 3);
        var continued = parameter.detach().clone().AsParameter();
        using var second = create(continued);
        handOver(first, second);
        var (last, optimizer) = resume ? (continued, second) : (parameter, first);
        Step(last, optimizer, 3);
        return last.detach().data<float>().ToArray();
    }

    private static void Step(Parameter parameter, OptimizerHelper optimizer, int count)
    {
        using var scope = NewDisposeScope();
        var target = tensor(Target, dtype: float32);
        for (var i = 0; i < count; i++)
        {
            optimizer.zero_grad();
            (parameter - target).pow(2).sum().backward();
            optimizer.step();
        }
    }
}
