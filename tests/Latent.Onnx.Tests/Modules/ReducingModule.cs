namespace Latent.Onnx.Tests.Modules;

/// <summary>A module whose forward reduces or ranks a value, chosen by name. Takes [batch, 4, 6].</summary>
internal sealed class ReducingModule(string chosen) : PortableModule(nameof(ReducingModule))
{
    public static IReadOnlyList<string> Names { get; } =
    [
        "min", "min keeping", "product", "product keeping", "norm 1", "norm 2", "norm 3 keeping", "norm without end",
        "norm of all but batch",
        "arg min", "arg min keeping", "top values", "top numbers", "top along the middle",
    ];

    public override V Forward<V>(V x) => chosen switch
    {
        "min" => x.ReduceMin([-1]),
        "min keeping" => x.ReduceMin([1, 2], keepDims: true),
        "product" => x.Product([1]),
        "product keeping" => x.Product([-1, 1], keepDims: true),
        "norm 1" => x.Norm(1, [-1]),
        "norm 2" => x.Norm(2, [1]),
        "norm 3 keeping" => x.Norm(3, [-1], keepDims: true),
        "norm without end" => x.Norm(float.PositiveInfinity, [1]),
        "norm of all but batch" => x.Norm(2, [1, 2]),
        "arg min" => x.ArgMin(-1).Cast(ElementType.Float32),
        "arg min keeping" => x.ArgMin(1, keepDims: true).Cast(ElementType.Float32),
        "top values" => x.TopK(2).Values,
        "top numbers" => x.TopK(3).Indices.Cast(ElementType.Float32),
        "top along the middle" => x.TopK(2, axis: 1).Values,
        _ => throw new ArgumentOutOfRangeException(nameof(x), chosen, "Not an operator."),
    };
}
