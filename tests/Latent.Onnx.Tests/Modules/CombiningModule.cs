namespace Latent.Onnx.Tests.Modules;

/// <summary>A module whose forward combines, cuts or repeats values, chosen by name. Takes [batch, 4, 6].</summary>
internal sealed class CombiningModule(string chosen) : PortableModule(nameof(CombiningModule))
{
    public static IReadOnlyList<string> Names { get; } =
    [
        "number plus", "number minus", "number times", "number over", "pow of values", "floor", "ceiling", "sine and cosine",
        "gemm", "gemm scaled", "gemm of a vector", "einsum", "einsum that sums", "einsum of three", "less", "less or equal to itself",
        "not equal to",
        "split", "repeat", "repeat rows", "pad", "pad the last", "pad that cuts", "mean by extent", "extent of a fixed dimension",
    ];

    public override V Forward<V>(V x)
    {
        var rows = x.Slice(1, 0, 1).Squeeze(1); // [batch, 6]
        return chosen switch
        {
            "number plus" => 1.5f + x,
            "number minus" => 1.5f - x,
            "number times" => 1.5f * x,
            "number over" => 1.5f / (x.Abs() + 0.5f),
            "pow of values" => (x.Abs() + 0.5f).Pow(x),
            "floor" => (x * 3f).Floor(),
            "ceiling" => (x * 3f).Ceiling(),
            "sine and cosine" => x.Sin() + (x * 2f).Cos(),
            "gemm" => rows.Gemm(Square(x), rows),
            "gemm scaled" => rows.Gemm(Square(x), rows, alpha: 0.5f, beta: -2),
            "gemm of a vector" => rows.Gemm(Square(x), Square(x).Sum([0])),
            "einsum" => V.Einsum("bij,bkj->bik", x, x),
            "einsum that sums" => V.Einsum("bij->bj", x),
            "einsum of three" => V.Einsum("bij, bkj, bk -> bi", x, x, x.Sum([2])),
            "less" => x.Less(x.Transpose(1, 2).Slice(2, 0, 1).Transpose(1, 2)),
            "less or equal to itself" => x.LessOrEqual(x),
            "not equal to" => (x * 2f).Round().NotEqualTo(x.Round()),
            "split" => V.Concat(-1, [.. x.Split(-1, 1, 3, 2).Reverse()]),
            "repeat" => x.Repeat(1, 2, 3),
            "repeat rows" => x.Repeat(2, 1, 1).Sum([0]).Unsqueeze(0) + (x * 0f),
            "pad" => x.Pad(1, 1, 2, 0.5f),
            "pad the last" => x.Pad(-1, 0, 3),
            "pad that cuts" => x.Pad(1, -1, 2, -4),
            "mean by extent" => x.Sum([0], keepDims: true) / x.Extent(0).Cast(ElementType.Float32) + (x * 0f),
            "extent of a fixed dimension" => x / x.Extent(-1).Cast(ElementType.Float32),
            _ => throw new ArgumentOutOfRangeException(nameof(x), chosen, "Not an operator."),
        };
    }

    // A 6 x 6 matrix that does not depend on the batch.
    private static V Square<V>(V x)
        where V : struct, IValue<V> =>
        x.Slice(1, 0, 1).Sum([0, 1]).Unsqueeze(0).Sigmoid() * x.Slice(1, 1, 2).Sum([0, 1]).Unsqueeze(1).Tanh();
}
