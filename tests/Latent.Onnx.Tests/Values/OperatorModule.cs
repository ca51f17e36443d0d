using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Latent.Onnx.Tests;

/// <summary>A module whose forward is one operator of the value type, chosen by name. Takes [batch, 4, 6].</summary>
internal sealed class OperatorModule : PortableModule
{
    private readonly string chosen;
    private readonly Parameter weight;

    public OperatorModule(string name)
        : base(nameof(OperatorModule))
    {
        chosen = name;
        weight = new Parameter(rand(4, 6) + 0.5);
        RegisterComponents();
    }

    public static IReadOnlyList<string> Names { get; } =
    [
        "add", "subtract", "multiply", "divide", "add number", "subtract number", "multiply number", "divide number", "negate",
        "concat", "matmul", "softplus", "exp", "log", "sqrt", "abs", "clamp", "softmax", "sum", "sum of all but batch", "mean",
        "mean keeping",
        "reshape", "slice", "slice from the end", "permute", "weight broadcast", "repeated weight",
        "erf", "sign", "round", "round halves", "pow", "square root by pow", "max", "min", "greater", "greater than itself",
        "greater or equal",
        "greater or equal to itself", "where", "where broadcast", "k-th largest", "largest", "smallest", "k-th of ties", "reduce max",
        "reduce max keeping",
        "logsumexp", "logsumexp keeping", "logsumexp of large", "transpose", "transpose from the end", "unsqueeze", "unsqueeze at the end",
        "squeeze",
        "expand", "stack", "stack at the end", "reshape to images", "reshape from images", "matmul of heads", "permute from the end",
        "cast", "equal to", "gather", "gather along the batch's rows", "gather elements", "arg max", "arg max keeping", "one hot",
        "cumulative sum", "log softmax",
    ];

    public override V Forward<V>(V x)
    {
        var w = x.Weight(weight);
        return chosen switch
        {
            "add" => x + w,
            "subtract" => x - w,
            "multiply" => x * w,
            "divide" => x / w,
            "add number" => x + 1.5f,
            "subtract number" => x - 1.5f,
            "multiply number" => x * 1.5f,
            "divide number" => x / 1.5f,
            "negate" => -x,
            "concat" => V.Concat(-1, x, x * 2f, x),
            "matmul" => x.MatMul(w.Permute(1, 0)),
            "softplus" => (x * 10f).Softplus(),
            "exp" => x.Exp(),
            "log" => (x.Abs() + 0.1f).Log(),
            "sqrt" => x.Abs().Sqrt(),
            "abs" => x.Abs(),
            "clamp" => x.Clamp(-0.5f, 0.25f),
            "softmax" => x.Softmax(-1),
            "sum" => x.Sum([-1]),
            "sum of all but batch" => x.Sum([1, 2]),
            "mean" => x.Mean([1]),
            "mean keeping" => x.Mean([1, 2], keepDims: true),
            "reshape" => x.Reshape(-1, 12, 2),
            "slice" => x.Slice(1, 1, 3),
            "slice from the end" => x.Slice(-1, -2, 6),
            "permute" => x.Permute(0, 2, 1),
            "weight broadcast" => (x - w) * w,
            "repeated weight" => (x * w) + (w * w),
            "erf" => x.Erf(),
            "sign" => x.Relu().Sign() - (-x).Sign(),
            "round" => (x * 3f).Round(),
            "round halves" => (x.Round() + 0.5f).Round(),
            "pow" => x.Pow(3),
            "square root by pow" => x.Abs().Pow(0.5f),
            "max" => x.Max(w),
            "min" => w.Min(x),
            "greater" => x.Greater(w),
            "greater than itself" => x.Greater(x),
            "greater or equal" => x.GreaterOrEqual(w),
            "greater or equal to itself" => x.GreaterOrEqual(x),
            "where" => x.Where(x.Greater(w), w * x),
            "where broadcast" => w.Where(x.Slice(1, 0, 1).Greater(w), x),
            "k-th largest" => x.KthLargest(3),
            "largest" => x.KthLargest(1),
            "smallest" => x.KthLargest(6),
            "k-th of ties" => V.Concat(-1, x, x).KthLargest(4),
            "reduce max" => x.ReduceMax([-1]),
            "reduce max keeping" => x.ReduceMax([1, 2], keepDims: true),
            "logsumexp" => x.LogSumExp([1, 2]),
            "logsumexp keeping" => x.LogSumExp([-1], keepDims: true),
            "logsumexp of large" => (x * 200f).LogSumExp([1]),
            "transpose" => x.Transpose(1, 2),
            "transpose from the end" => x.Transpose(-1, 1) * 2f,
            "unsqueeze" => x.Unsqueeze(1),
            "unsqueeze at the end" => x.Unsqueeze(-1),
            "squeeze" => x.Slice(1, 2, 3).Squeeze(-2),
            "expand" => x.Slice(1, 2, 3).Expand(1, 5),
            "stack" => V.Stack(1, x, x * 2f),
            "stack at the end" => V.Stack(-1, x, x * 2f, x),
            "reshape to images" => x.Reshape(-1, 24).Reshape(-1, 2, 3, 4),
            "reshape from images" => x.Reshape(-1, 2, 3, 4).Reshape(-1, 24),
            "matmul of heads" => x.Reshape(-1, 4, 2, 3).Permute(0, 2, 1, 3).MatMul(x.Reshape(-1, 4, 2, 3).Permute(0, 2, 3, 1)),
            "permute from the end" => x.Permute(0, -1, -2),
            "cast" => (x * 3f).Cast(ElementType.Int64).Cast(ElementType.Float32),
            "equal to" => (x * 2f).Round().EqualTo(x.Round()),
            "gather" => w.Gather(1, Places(x, 6)),
            "gather along the batch's rows" => x.Gather(-1, Places(w, 6)).Sum([2, 3]),
            "gather elements" => x.GatherElements(-1, Places(x.Slice(-1, 0, 2), 6)),
            "arg max" => x.ArgMax(-1).Cast(ElementType.Float32),
            "arg max keeping" => x.ArgMax(1, keepDims: true).Cast(ElementType.Float32),
            "one hot" => Places(x, 5).OneHot(5),
            "cumulative sum" => x.CumSum(-1) - x.CumSum(1),
            "log softmax" => (x * 60f).LogSoftmax(-1),
            _ => throw new ArgumentOutOfRangeException(nameof(x), chosen, "Not an operator."),
        };
    }

    private static V Places<V>(V x, int count)
        where V : struct, IValue<V> =>
        ((x * 2f) + (count / 2f)).Clamp(0, count - 1).Cast(ElementType.Int64);
}
