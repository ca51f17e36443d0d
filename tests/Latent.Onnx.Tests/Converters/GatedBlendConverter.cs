namespace Latent.Onnx.Tests.Converters;

/// <summary>Everything that an export needs of <see cref="GatedBlend"/>: its converter, and its typed form over both backends.</summary>
internal static class GatedBlendConverter
{
    public static V Apply<V>(this V a, GatedBlend layer, V b, V gate)
        where V : struct, IValue<V> => V.Apply(layer, [a, b, gate])[0];

    public static ConverterRegistry AddTo(ConverterRegistry registry) => registry.WithInputs<GatedBlend>((graph, layer, inputs) =>
        [Blend(inputs[0]!.Value, inputs[1]!.Value, inputs[2]!.Value.MatMul(graph.Weight(layer, "weight").Transpose(0, 1)))]);

    private static GraphValue Blend(GraphValue a, GraphValue b, GraphValue gate) => a + (gate.Sigmoid() * (b - a));
}
