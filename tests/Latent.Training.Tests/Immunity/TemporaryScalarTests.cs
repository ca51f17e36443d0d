using System.Reflection;
using Latent.Fitting;
using Latent.Onnx;
using Latent.Shared;
using Latent.Training.Codecs;
using static TorchSharp.torch;

namespace Latent.Training.Tests.Immunity;

/// <summary>
/// A garbage collection on another thread can free a temporary Scalar during the native call that reads it, so training code
/// creates none: numeric operands come only from <see cref="Scalars"/>.
/// </summary>
public class TemporaryScalarTests
{
    private static readonly TemporaryScalars Temporary = new();

    private static readonly Dictionary<string, string> Exempt = new()
    {
        [typeof(Scalars).FullName!] = "It caches its Scalars, or returns them to an owner.",
        [$"{typeof(TensorValue).FullName}.Norm "] = "TorchSharp accepts the order of a norm only as a number. Our code does not call it.",
        [$"{typeof(CodecNetworks).FullName}.BatchNormalization "] = "The layer creates Scalars to count batches, and here it counts none.",
    };

    [Fact]
    public void OurCode_CreatesNoTemporaryScalar()
    {
        var found = new[] { typeof(TrainingRun).Assembly, typeof(Trainer).Assembly, typeof(TensorValue).Assembly }
            .SelectMany(CallGraph.MethodsOf)
            .SelectMany(Temporary.In)
            .Where(call => !Exempt.Keys.Any(exempt => call.StartsWith(exempt, StringComparison.Ordinal)));

        Assert.Equal([], found);
    }

    [Fact]
    public void OurCode_ThatCreatesAScalar_DisposesIt()
    {
        var kept = new[] { typeof(TrainingRun).Assembly, typeof(Trainer).Assembly, typeof(TensorValue).Assembly }
            .SelectMany(CallGraph.MethodsOf)
            .Select(method => (Method: method, Calls: CallGraph.CallsOf(method).ToList()))
            .Where(pair => pair.Calls.Count(CreatesScalar)
                > pair.Calls.Count(callee => callee.Name == nameof(IDisposable.Dispose)))
            .Select(pair => $"{pair.Method.DeclaringType}.{pair.Method.Name}");

        Assert.Equal([], kept);
    }

    // Each assembly compiles Scalars itself, from training/Shared/Tensors.
    private static bool CreatesScalar(MethodBase callee) =>
        callee.Name == nameof(Scalars.New) && callee.DeclaringType!.FullName == typeof(Scalars).FullName;

    [Theory]
    [InlineData(nameof(Half), "op_Multiply")]
    [InlineData(nameof(Sum), "op_Addition")]
    [InlineData(nameof(Square), "square")]
    [InlineData(nameof(Limited), "op_Implicit")]
    [InlineData(nameof(Bent), "softplus")]
    [InlineData(nameof(Layer), "LeakyReLU")]
    public void Example_ThatCreatesOne_IsFound(string example, string creator)
    {
        var calls = Temporary.In(typeof(TemporaryScalarTests).GetMethod(example, BindingFlags.NonPublic | BindingFlags.Static)!);

        Assert.Contains(creator, Assert.Single(calls), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(Difference))]
    [InlineData(nameof(Kept))]
    public void Example_ThatCreatesNone_IsNotFound(string example) =>
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
