using System.Reflection;
using Latent.Fitting;
using Latent.Onnx;
using Latent.Training.Codecs;
using static TorchSharp.torch;

namespace Latent.Training.Tests.Immunity;

/// <summary>
/// Another thread that collects garbage frees temporary Scalars during the native call that reads them, so code that
/// trains makes none: numbers are operands by <see cref="Scalars"/> alone.
/// </summary>
public class TemporaryScalarTests
{
    private static readonly TemporaryScalars Temporary = new();

    private static readonly Dictionary<string, string> Exempt = new()
    {
        [typeof(Scalars).FullName!] = "It keeps what it makes, or hands it to an owner.",
        [$"{typeof(TensorValue).FullName}.Norm "] = "TorchSharp takes the order of a norm as a number alone. No code of ours calls it.",
        [$"{typeof(CodecNetworks).FullName}.BatchNormalization "] = "The layer makes Scalars to count batches, and it is made to count none.",
    };

    [Fact]
    public void Ours_MakesNone()
    {
        var found = new[] { typeof(TrainingRun).Assembly, typeof(Trainer).Assembly, typeof(TensorValue).Assembly }
            .SelectMany(CallGraph.MethodsOf)
            .SelectMany(Temporary.In)
            .Where(call => !Exempt.Keys.Any(exempt => call.StartsWith(exempt, StringComparison.Ordinal)));

        Assert.Equal([], found);
    }

    [Fact]
    public void Ours_ThatMakesAScalarOfItsOwn_DisposesIt()
    {
        var make = CallGraph.Declaration(typeof(Scalars).GetMethod(nameof(Scalars.New))!);

        var kept = new[] { typeof(TrainingRun).Assembly, typeof(Trainer).Assembly, typeof(TensorValue).Assembly }
            .SelectMany(CallGraph.MethodsOf)
            .Select(method => (Method: method, Calls: CallGraph.CallsOf(method).ToList()))
            .Where(pair => pair.Calls.Count(callee => callee == make) > pair.Calls.Count(callee => callee.Name == nameof(IDisposable.Dispose)))
            .Select(pair => $"{pair.Method.DeclaringType}.{pair.Method.Name}");

        Assert.Equal([], kept);
    }

    [Theory]
    [InlineData(nameof(Half), "op_Multiply")]
    [InlineData(nameof(Sum), "op_Addition")]
    [InlineData(nameof(Square), "square")]
    [InlineData(nameof(Limited), "op_Implicit")]
    [InlineData(nameof(Bent), "softplus")]
    [InlineData(nameof(Layer), "LeakyReLU")]
    public void Example_ThatMakesOne_IsFound(string example, string maker)
    {
        var calls = Temporary.In(typeof(TemporaryScalarTests).GetMethod(example, BindingFlags.NonPublic | BindingFlags.Static)!);

        Assert.Contains(maker, Assert.Single(calls), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(Difference))]
    [InlineData(nameof(Kept))]
    public void Example_ThatMakesNone_IsNotFound(string example) =>
        Assert.Empty(Temporary.In(typeof(TemporaryScalarTests).GetMethod(example, BindingFlags.NonPublic | BindingFlags.Static)!));

    private static Tensor Half(Tensor x) => x * 0.5;

    private static Tensor Sum(Tensor x) => x + x;

    private static Tensor Square(Tensor x) => x.square();

    private static Tensor Limited(Tensor x) => x.clamp_max(1);

    private static Tensor Bent(Tensor x) => nn.functional.softplus(x);

    private static nn.Module<Tensor, Tensor> Layer() => nn.LeakyReLU(0.1);

    private static Tensor Difference(Tensor x) => x - x;

    private static Tensor Kept(Tensor x) => x.mul(Scalars.Get(0.5)).Plus(x);
}
