using TorchSharp.Modules;

namespace Latent.Onnx.Converters;

/// <summary>Activations: elementwise ones, and those along an axis.</summary>
internal static class ActivationConverter
{
    // Beyond this threshold a 32-bit softplus and the identity are the same number.
    private const double ExactThreshold = 17;

    public static ConverterRegistry AddTo(ConverterRegistry registry) => registry
        .With<ReLU>((_, _, x) => x.Relu())
        .With<ReLU6>((_, _, x) => x.Clamp(0, 6))
        .With<Sigmoid>((_, _, x) => x.Sigmoid())
        .With<LogSigmoid>((_, _, x) => -(-x).Softplus())
        .With<Hardsigmoid>((_, _, x) => Hardsigmoid(x))
        .With<Tanh>((_, _, x) => x.Tanh())
        .With<LeakyReLU>((_, layer, x) => x.Unary("LeakyRelu", ("alpha", (float)layer.negative_slope)))
        .With<PReLU>((graph, layer, x) => graph.Node("PRelu", [x, Slope(graph, layer, x)], x.Shape, x.Type))
        .With<ELU>((_, layer, x) => x.Unary("Elu", ("alpha", (float)layer.alpha)))
        .With<CELU>((_, layer, x) => x.Unary("Celu", ("alpha", (float)layer.alpha)))
        .With<SELU>((_, _, x) => x.Unary("Selu"))
        .With<GELU>((_, layer, x) => layer.approximate == GELU.Approximate.tanh ? TanhGelu(x) : ExactGelu(x))
        .With<SiLU>((_, _, x) => x * x.Sigmoid())
        .With<RReLU>((_, layer, x) => x.Unary("LeakyRelu", ("alpha", (float)((layer.lower + layer.upper) / 2))))
        .With<Threshold>(
            (graph, layer, x) => x.Where(x.Greater(graph.Constant((float)layer.threshold)), graph.Constant((float)layer.value)))
        .With<Hardtanh>((_, layer, x) => x.Clamp((float)layer.min_val, (float)layer.max_val))
        .With<Hardshrink>((_, layer, x) => x.Unary("Shrink", ("bias", 0f), ("lambd", (float)layer.lambda)))
        .With<Softshrink>((_, layer, x) => x.Unary("Shrink", ("bias", (float)layer.lambda), ("lambd", (float)layer.lambda)))
        .With<Softsign>((_, _, x) => x.Unary("Softsign"))
        .With<Tanhshrink>((_, _, x) => x - x.Tanh())
        .With<Softmin>((_, layer, x) => (-x).Softmax(layer.dim))
        .With<Softmax2d>((_, _, x) => x.Softmax(-3))
        .With<Hardswish>((_, _, x) => x * Hardsigmoid(x))
        .With<Mish>((_, _, x) => x * x.Softplus().Tanh())
        .With<Softplus>(Softplus)
        .With<Softmax>((_, layer, x) => x.Softmax(layer.dim))
        .With<LogSoftmax>((_, layer, x) => x.Unary("LogSoftmax", ("axis", (long)x.Shape.Normalize(layer.dim))))
        .With<GLU>(GatedLinear);

    private static GraphValue Hardsigmoid(GraphValue x) => x.Unary("HardSigmoid", ("alpha", 1f / 6), ("beta", 0.5f));

    // x · Φ(x), with Φ the normal distribution function (Hendrycks and Gimpel, arXiv:1606.08415).
    public static GraphValue ExactGelu(GraphValue x) => x * 0.5f * ((x / MathF.Sqrt(2)).Erf() + 1f);

    private static GraphValue TanhGelu(GraphValue x) =>
        x * 0.5f * (((x + (x * x * x * 0.044715f)) * MathF.Sqrt(2 / MathF.PI)).Tanh() + 1f);

    // log(1 + exp(βx)) / β, and the identity where βx is above the threshold.
    private static GraphValue Softplus(GraphBuilder graph, Softplus layer, GraphValue x)
    {
        var scaled = layer.beta == 1 ? x : x * (float)layer.beta;
        var bent = layer.beta == 1 ? scaled.Softplus() : scaled.Softplus() / (float)layer.beta;
        return layer.threshold >= ExactThreshold ? bent : x.Where(scaled.Greater(graph.Constant((float)layer.threshold)), bent);
    }

    // One slope for all, or one per channel: [channels, 1, ...] lies along dimension 1 of the input.
    private static GraphValue Slope(GraphBuilder graph, PReLU layer, GraphValue x)
    {
        var slope = graph.Weight(layer, "weight");
        if (layer.num_parameters == 1)
            return slope;
        return x.Shape.Count > 1 && x.Shape[1] == layer.num_parameters
            ? x.Shape.Count == 2 ? slope : slope.Reshape([layer.num_parameters, .. Enumerable.Repeat(1L, x.Shape.Count - 2)])
            : throw new ExportException($"{graph.Locate(layer)} expects [batch, {layer.num_parameters}, ...]. Received {x.Shape}.");
    }

    private static GraphValue GatedLinear(GraphBuilder graph, GLU layer, GraphValue x)
    {
        if (x.Shape[(int)layer.dim].Extent is not { } extent || extent % 2 != 0)
            throw new ExportException($"{graph.Locate(layer)} halves dimension {layer.dim} of {x.Shape}. Expected an even extent.");
        return x.Slice(layer.dim, 0, extent / 2) * x.Slice(layer.dim, extent / 2, extent).Sigmoid();
    }
}
