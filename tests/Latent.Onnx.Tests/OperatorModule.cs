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
        "concat", "matmul", "softplus", "exp", "log", "sqrt", "abs", "clamp", "softmax", "sum", "sum of all but batch", "mean", "mean keeping",
        "reshape", "slice", "slice from the end", "permute", "weight broadcast", "repeated weight",
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
            _ => throw new ArgumentOutOfRangeException(nameof(x), chosen, "Not an operator."),
        };
    }
}
