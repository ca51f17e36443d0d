using Latent.Bundles;

namespace Latent.Runtime;

/// <summary>Runs the golden vectors of one graph and measures the maximum difference of the outputs.</summary>
internal static class GoldenRun
{
    public static GraphVerification Run(string graph, string path, GoldenVectors golden, RuntimeOptions options, double tolerance)
    {
        using var session = new GraphSession(path, options);
        var outputs = session.Run([.. golden.Inputs.Select((tensor, index) => Named(tensor, session.InputNames, index))]);

        var largest = 0.0;
        for (var index = 0; index < golden.Outputs.Count; index++)
        {
            var expected = Named(golden.Outputs[index], session.OutputNames, index);
            largest = Math.Max(
                largest,
                outputs.TryGetValue(expected.Name, out var actual) ? Difference(actual, expected) : double.PositiveInfinity);
        }
        return new(graph, largest, tolerance);
    }

    // Files from other programs may lack names; their tensors are in graph order.
    private static NamedTensor Named(NamedTensor tensor, IReadOnlyList<string> names, int index)
    {
        if (tensor.Name.Length > 0 || index >= names.Count)
            return tensor;
        long[] shape = [.. tensor.Shape];
        return tensor.Floats is { } floats
            ? NamedTensor.Create(names[index], floats, shape)
            : NamedTensor.Create(names[index], tensor.Integers!, shape);
    }

    private static double Difference(NamedTensor actual, NamedTensor expected)
    {
        if (actual.DType != expected.DType || !actual.Shape.SequenceEqual(expected.Shape))
            return double.PositiveInfinity;
        return actual.Floats is { } floats
            ? UnitScale.Difference(expected.Floats!, floats)
            : actual.Integers!.SequenceEqual(expected.Integers!) ? 0 : double.PositiveInfinity;
    }
}
