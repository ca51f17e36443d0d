using TorchSharp;
using static TorchSharp.torch;
using OptimizerHelper = TorchSharp.Modules.OptimizerHelper;
using Parameter = TorchSharp.Modules.Parameter;

namespace Latent.Fitting.Tests;

public sealed class OptimizerTests : IDisposable
{
    private const int Steps = 25;
    private const double LearningRate = 0.01;

    // Sizes around the widths of SIMD vectors, and a matrix.
    private static readonly long[][] Shapes = [[1], [7], [64], [1001], [24, 33]];

    // The tolerance for the fused operation, which rounds in another order.
    private const double Rounding = 2e-6;

    private readonly DisposeScope scope = NewDisposeScope();

    public static TheoryData<OptimizerKind, double> Kinds => new()
    {
        { OptimizerKind.Adam, 0 },
        { OptimizerKind.Adam, 0.02 },
        { OptimizerKind.Adamw, 0 },
        { OptimizerKind.Adamw, 0.02 },
        { OptimizerKind.Sgd, 0 },
        { OptimizerKind.Sgd, 0.02 },
    };

    public void Dispose() => scope.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Step_ByTensors_IsTorchSharpsToTheBit(OptimizerKind kind, double weightDecay)
    {
        var (ours, theirs) = (NewWeights(), NewWeights());
        using var optimizer = New(kind, ours, weightDecay, mayFuse: false);
        using var library = Library(kind, theirs, weightDecay);

        Run(ours, optimizer, 0..Steps);
        Run(theirs, library, 0..Steps);

        Assert.Equal(BitsOf(theirs), BitsOf(ours));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Step_ByOneOperation_IsTorchSharpsButForRounding(OptimizerKind kind, double weightDecay)
    {
        var (ours, theirs) = (NewWeights(), NewWeights());
        using var optimizer = New(kind, ours, weightDecay, mayFuse: true);
        using var library = Library(kind, theirs, weightDecay);

        Run(ours, optimizer, 0..Steps);
        Run(theirs, library, 0..Steps);

        foreach (var (mine, other) in ours.Zip(theirs))
            Assert.True(mine.allclose(other, rtol: Rounding, atol: Rounding), $"{(mine - other).abs().max().item<float>()}");
    }

    [Fact]
    public void FusedStep_OfTheLibtorchOfThisBuild_IsAvailable() => Assert.True(FusedAdamStep.IsAvailable);

    [Theory]
    [InlineData(OptimizerKind.Adam, true)]
    [InlineData(OptimizerKind.Adam, false)]
    [InlineData(OptimizerKind.Adamw, true)]
    [InlineData(OptimizerKind.Adamw, false)]
    [InlineData(OptimizerKind.Sgd, false)]
    public void Load_OfWhatAnotherSaved_GoesOnToTheBit(OptimizerKind kind, bool mayFuse)
    {
        var (whole, stopped) = (NewWeights(), NewWeights());
        using var first = New(kind, whole, 0.02, mayFuse);
        Run(whole, first, 0..Steps);
        using var before = New(kind, stopped, 0.02, mayFuse);
        Run(stopped, before, 0..10);

        var resumed = stopped.Select(weight => new Parameter(weight.detach().clone())).ToArray();
        using var after = New(kind, resumed, 0.02, mayFuse);
        Copy(before, after);
        Run(resumed, after, 10..Steps);

        Assert.Equal(BitsOf(whole), BitsOf(resumed));
    }

    [Fact]
    public void Load_OfOtherWeights_SaysSo()
    {
        using var four = New(OptimizerKind.Adam, NewWeights()[..4], 0, mayFuse: true);
        using var five = New(OptimizerKind.Adam, NewWeights(), 0, mayFuse: true);

        var error = Assert.Throws<InvalidDataException>(() => Copy(four, five));

        Assert.Equal("it contains optimizer state for 4 weights, but the model has 5", error.Message);
    }

    [Theory]
    [InlineData(OptimizerKind.Adam)]
    [InlineData(OptimizerKind.Adamw)]
    [InlineData(OptimizerKind.Sgd)]
    public void Step_OfAWeightWithoutGradient_LeavesItAndItsCount(OptimizerKind kind)
    {
        var (late, early) = (NewWeights(), NewWeights());
        using var optimizer = New(kind, late, 0, mayFuse: true);
        using var library = Library(kind, early, 0);

        // The last weight has no gradient in the first steps, so its step count differs afterwards.
        for (var step = 0; step < Steps; step++)
        {
            SetGradients(late, step);
            if (step < 5)
                late[^1].grad = null;
            optimizer.Step();
            SetGradients(early, step);
            if (step < 5)
                early[^1].grad = null;
            library.step();
        }

        Assert.True(late[^1].allclose(early[^1], rtol: Rounding, atol: Rounding));
        Assert.True(late[0].allclose(early[0], rtol: Rounding, atol: Rounding));
    }

    [Fact]
    public void Step_OfWeightsWithGaps_IsTheSame()
    {
        using var frozen = no_grad();
        var plain = new Parameter(arange(12, dtype: ScalarType.Float32).reshape(3, 4).t().contiguous());
        var turned = new Parameter(arange(12, dtype: ScalarType.Float32).reshape(3, 4).t());
        using var one = New(OptimizerKind.Adam, [plain], 0, mayFuse: true);
        using var other = New(OptimizerKind.Adam, [turned], 0, mayFuse: true);
        Assert.False(turned.is_contiguous());
        for (var step = 0; step < Steps; step++)
        {
            plain.grad = (plain.detach() - step).contiguous();
            turned.grad = turned.detach() - step;
            one.Step();
            other.Step();
        }

        Assert.True(plain.allclose(turned, rtol: Rounding, atol: Rounding));
    }

    [Fact]
    public void ZeroGradients_AfterAStep_LeavesNone()
    {
        var weights = NewWeights();
        using var optimizer = New(OptimizerKind.Adam, weights, 0, mayFuse: true);
        SetGradients(weights, 0);

        optimizer.ZeroGradients();

        Assert.All(weights, weight => Assert.Null(weight.grad));
    }

    private static Optimizer New(OptimizerKind kind, Parameter[] weights, double weightDecay, bool mayFuse) => kind == OptimizerKind.Sgd
        ? new Sgd(weights, LearningRate, weightDecay)
        : new Adam(weights, LearningRate, weightDecay, kind == OptimizerKind.Adamw, mayFuse);

    private static OptimizerHelper Library(OptimizerKind kind, Parameter[] weights, double weightDecay) => kind switch
    {
        OptimizerKind.Adam => optim.Adam(weights, LearningRate, weight_decay: weightDecay),
        OptimizerKind.Adamw => optim.AdamW(weights, LearningRate, weight_decay: weightDecay),
        _ => optim.SGD(weights, LearningRate, weight_decay: weightDecay),
    };

    private static Parameter[] NewWeights()
    {
        using var generator = new Generator(3);
        return [.. Shapes.Select(shape => new Parameter(randn(shape, generator: generator)))];
    }

    private static void Run(Parameter[] weights, Optimizer optimizer, Range steps)
    {
        for (var step = steps.Start.Value; step < steps.End.Value; step++)
        {
            optimizer.LearningRate = RateOf(step);
            SetGradients(weights, step);
            optimizer.Step();
        }
    }

    private static void Run(Parameter[] weights, OptimizerHelper optimizer, Range steps)
    {
        for (var step = steps.Start.Value; step < steps.End.Value; step++)
        {
            foreach (var group in optimizer.ParamGroups)
                group.LearningRate = RateOf(step);
            SetGradients(weights, step);
            optimizer.step();
        }
    }

    private static double RateOf(int step) => LearningRate / (1 + step);

    private static void SetGradients(Parameter[] weights, int step)
    {
        using var generator = new Generator((ulong)step);
        foreach (var weight in weights)
            weight.grad = randn(weight.shape, generator: generator);
    }

    private static void Copy(Optimizer from, Optimizer to)
    {
        using var memory = new MemoryStream();
        using (var writer = new BinaryWriter(memory, System.Text.Encoding.UTF8, leaveOpen: true))
            from.Save(writer);
        memory.Position = 0;
        using var reader = new BinaryReader(memory);
        to.Load(reader);
    }

    private static int[] BitsOf(IEnumerable<Parameter> weights) =>
        [.. weights.SelectMany(weight => weight.detach().contiguous().data<float>().ToArray()).Select(BitConverter.SingleToInt32Bits)];
}
