using TorchSharp;
using TorchSharp.Modules;
using Xunit;
using static TorchSharp.torch;

namespace Latent.Compat.TorchSharp.Tests;

public class ModuleTests
{
    [Fact]
    public void NamedParameters_OfANestedModel_AreDottedPathsInOrder()
    {
        using var model = new Model();
        Assert.Equal(
            ["scale", "body.0.weight", "body.0.bias", "body.2.weight", "body.2.bias", "norm.weight", "norm.bias"],
            model.named_parameters().Select(entry => entry.name));
        Assert.Equal(["offset", "norm.running_mean", "norm.running_var", "norm.num_batches_tracked"], model.named_buffers().Select(entry => entry.name));
        Assert.Equal(["body", "norm"], model.named_children().Select(entry => entry.name));
        Assert.Equal(["body", "norm", "body.0", "body.1", "body.2"], model.named_modules().Select(entry => entry.name));
        Assert.Equal(11, model.state_dict().Count);
        Assert.Equal("Model", model.GetName());
        Assert.NotNull(model.get_parameter("body.0.weight"));
    }

    [Fact]
    public void LoadStateDict_OfAnotherModel_MakesThemEqual()
    {
        using var scope = NewDisposeScope();
        using var first = new Model();
        using var second = new Model();
        var x = randn(4, 3);
        first.eval();
        second.eval();
        Assert.False(first.call(x).Equals(second.call(x)));
        second.load_state_dict(first.state_dict());
        Assert.True(first.call(x).Equals(second.call(x)));
        var partial = first.state_dict();
        partial.Remove("scale");
        Assert.Throws<InvalidOperationException>(() => second.load_state_dict(partial));
        Assert.Equal(["scale"], second.load_state_dict(partial, strict: false).missing_keys);
    }

    [Fact]
    public void Save_ThenLoad_RestoresEveryEntry()
    {
        using var scope = NewDisposeScope();
        using var first = new Model();
        using var second = new Model();
        using var memory = new MemoryStream();
        first.save(memory);
        second.load(new MemoryStream(memory.ToArray()));
        foreach (var (key, value) in first.state_dict()) Assert.True(value.Equals(second.state_dict()[key]), key);
    }

    [Fact]
    public void StateDict_OfAnyInstance_ListsParametersThenBuffersInOneOrder()
    {
        using var first = new Model();
        using var second = new Model();
        Assert.Equal(
            ["scale", "body.0.weight", "body.0.bias", "body.2.weight", "body.2.bias", "norm.weight", "norm.bias",
             "offset", "norm.running_mean", "norm.running_var", "norm.num_batches_tracked"],
            first.state_dict().Keys);
        second.load_state_dict(first.state_dict());
        Assert.Equal(first.state_dict().Keys, second.state_dict().Keys);
        Assert.Equal(Saved(first), Saved(second));
    }

    [Fact]
    public void SaveAndLoad_AfterTraining_CarryRunningStatistics()
    {
        using var scope = NewDisposeScope();
        using var first = new Model();
        using var second = new Model();
        for (var i = 0; i < 3; i++) first.call(randn(8, 3) + 2);
        second.load(new MemoryStream(Saved(first)));
        Assert.Equal(3, second.get_buffer("norm.num_batches_tracked")!.item<long>());
        Assert.True(first.get_buffer("norm.running_mean")!.Equals(second.get_buffer("norm.running_mean")!));
        Assert.False(second.get_buffer("norm.running_mean")!.Equals(zeros(2)));
    }

    [Fact]
    public void To_TheDeviceItIsOn_KeepsModelParametersAndOptimizer()
    {
        using var scope = NewDisposeScope();
        using var model = new Model();
        using var optimizer = optim.SGD(model.parameters(), 0.1);
        var before = model.get_parameter("scale")!;
        Assert.Same(model, model.to(CPU));
        Assert.Same(before, model.get_parameter("scale"));
        Assert.All(model.state_dict().Values, tensor => Assert.Equal(DeviceType.CPU, tensor.device_type));
        model.call(randn(4, 3)).square().mean().backward();
        optimizer.step();
        Assert.NotEqual(1f, model.get_parameter("scale")!.item<float>());
    }

    [Fact]
    public void Save_OfOneNumber_WritesTheDotNetFormat()
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        nn.Module.save_state_dict(writer, new Dictionary<string, Tensor> { ["w"] = tensor(new[] { 1f, 2f }) });
        writer.Flush();

        // one entry, key, element type 6, one axis of size 2, the numbers
        byte[] expected = [1, 1, (byte)'w', 6, 1, 2, .. BitConverter.GetBytes(1f), .. BitConverter.GetBytes(2f)];
        Assert.Equal(expected, memory.ToArray());
    }

    [Fact]
    public void Train_OfAModel_ReachesItsChildren()
    {
        using var model = new Model();
        model.eval();
        Assert.All(model.modules(), module => Assert.False(module.training));
        model.train();
        Assert.All(model.modules(), module => Assert.True(module.training));
    }

    [Fact]
    public void To_AnotherType_MovesParametersAndFloatBuffers()
    {
        using var scope = NewDisposeScope();
        using var model = new Model().to(float64);
        Assert.All(model.parameters(), parameter => Assert.Equal(float64, parameter.dtype));
        Assert.Equal(int64, model.get_buffer("norm.num_batches_tracked")!.dtype);
        Assert.Equal(float64, model.call(randn(4, 3, float64)).dtype);
        Assert.All(model.parameters(), parameter => Assert.True(parameter.requires_grad && parameter.is_leaf));
    }

    [Fact]
    public void ZeroGrad_AfterBackward_DropsTheGradients()
    {
        using var scope = NewDisposeScope();
        using var model = new Model();
        model.call(randn(4, 3)).sum().backward();
        Assert.NotNull(model.get_parameter("scale")!.grad);
        model.zero_grad();
        Assert.All(model.parameters(), parameter => Assert.Null(parameter.grad));
    }

    [Fact]
    public void Hooks_AroundACall_SeeAndChangeTheValues()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.ReLU();
        var before = layer.register_forward_pre_hook((_, input) => input * 2);
        var after = layer.register_forward_hook((_, _, output) => output + 1);
        Approximately.Equal([3], layer.call(ones(1)));
        before.remove();
        after.remove();
        Approximately.Equal([1], layer.call(ones(1)));
    }

    [Fact]
    public void Dispose_OfAModel_FreesItsTensors()
    {
        var model = new Model();
        var tensors = model.state_dict().Values.ToArray();
        model.Dispose();
        Assert.All(tensors, tensor => Assert.True(tensor.IsInvalid));
    }

    [Fact]
    public void RegisterModule_UnderATakenName_Throws()
    {
        using var model = new Model();
        using var other = nn.ReLU();
        Assert.Throws<InvalidOperationException>(() => model.register_module("body", other));
        Assert.Throws<ArgumentException>(() => model.register_module("a.b", other));
    }

    [Fact]
    public void ModuleLists_InAModel_CountTheirModules()
    {
        using var model = new Lists();
        Assert.Equal(
            ["list.0.weight", "list.1.weight", "dictionary.a.weight"],
            model.named_parameters().Select(entry => entry.name));
    }

    private static byte[] Saved(nn.Module model)
    {
        using var memory = new MemoryStream();
        model.save(memory);
        return memory.ToArray();
    }

    private sealed class Model : nn.Module<Tensor, Tensor>
    {
        private readonly Parameter scale = nn.Parameter(ones(1));
        private readonly Sequential body = nn.Sequential(nn.Linear(3, 5), nn.ReLU(), nn.Linear(5, 2));
        private readonly BatchNorm1d norm = nn.BatchNorm1d(2);
        private readonly Tensor offset = zeros(2);

        public Model()
            : base(nameof(Model)) => RegisterComponents();

        public override Tensor forward(Tensor input) => (norm.call(body.call(input)) * scale) + offset;
    }

    private sealed class Lists : nn.Module
    {
        private readonly ModuleList<Linear> list = nn.ModuleList(nn.Linear(1, 1, false), nn.Linear(1, 1, false));
        private readonly ModuleDict<Linear> dictionary = nn.ModuleDict(("a", nn.Linear(1, 1, false)));

        public Lists()
            : base(nameof(Lists))
        {
            RegisterComponents();
            Assert.Equal(3, list.Count + dictionary.Count);
        }
    }
}
