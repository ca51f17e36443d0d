using Latent.Shared;
using static TorchSharp.torch;

namespace Latent.Onnx.Verification;

/// <summary>Creates the inputs that graphs are compared on.</summary>
internal static class ParitySamples
{
    private const int MinCount = 3;

    private static readonly long[] BatchSizes = [1, 3, 8];

    /// <summary>The inputs that an export compares on: given ones, or sampled ones.</summary>
    public static IReadOnlyList<ParitySample> For(IReadOnlyList<GraphInput> inputs, ParityOptions options) =>
        options.Samples is { Count: > 0 } given ? Create(given, inputs) : Sample(inputs, options);

    /// <summary>Samples random inputs: each symbol takes another extent in each sample.</summary>
    public static IReadOnlyList<ParitySample> Sample(IReadOnlyList<GraphInput> inputs, ParityOptions options)
    {
        var symbols = inputs.SelectMany(input => input.Shape).Where(
            dim => dim.Symbol is not null).Select(dim => dim.Symbol!).Distinct().ToArray();
        if (options.Extents.Keys.Except(symbols).FirstOrDefault() is { } unknown)
            throw new ExportException(
                $"Parity.Extents names '{unknown}', which is not a symbolic dimension of an input. " +
                $"{(symbols.Length == 0 ? "There is none." : $"Expected one of: {string.Join(", ", symbols)}.")}");
        var extents = symbols.Select((symbol, i) => ExtentsOf(symbol, i, options)).ToArray();
        var count = symbols.Length == 0 ? 1 : extents.Max(list => list.Count);
        return [.. Enumerable.Range(0, count).Select(i => Sample(inputs, ExtentsAt(i), options.Seed + i))];

        Dictionary<string, long> ExtentsAt(int sample) =>
            symbols.Zip(extents, (symbol, list) => (symbol, list[sample % list.Count])).ToDictionary();
    }

    /// <summary>Given inputs, as samples.</summary>
    public static IReadOnlyList<ParitySample> Create(IReadOnlyList<IReadOnlyList<Tensor>> samples, IReadOnlyList<GraphInput> inputs) =>
        [.. samples.Select((sample, i) => Create(sample, i, inputs))];

    private static ParitySample Create(IReadOnlyList<Tensor> sample, int number, IReadOnlyList<GraphInput> inputs)
    {
        if (sample.Count != inputs.Count)
            throw new ExportException(
                $"Sample {number} has {sample.Count} tensors. Expected {inputs.Count}: " +
                $"{string.Join(", ", inputs.Select(input => input.Name))}.");

        var extents = new Dictionary<string, long>();
        foreach (var (tensor, input) in sample.Zip(inputs))
            Bind(tensor, input, number, extents);
        var tensors = sample.Zip(inputs, (tensor, input) => $"{input.Name} {tensor.dtype} [{string.Join(", ", tensor.shape)}]");
        return new ParitySample(NameOf(extents, $"sample {number}"), sample, $"given, sample {number}: {string.Join(", ", tensors)}");
    }

    private static void Bind(Tensor tensor, GraphInput input, int number, Dictionary<string, long> extents)
    {
        var fits = tensor.shape.Length == input.Shape.Count && (int)input.Type == (int)TypeOf(tensor);
        for (var axis = 0; fits && axis < input.Shape.Count; axis++)
        {
            var wanted = input.Shape[axis];
            fits = wanted.Extent is { } extent
                ? tensor.shape[axis] == extent
                : extents.TryAdd(wanted.Symbol!, tensor.shape[axis]) || extents[wanted.Symbol!] == tensor.shape[axis];
        }

        if (!fits)
            throw new ExportException(
                $"Sample {number} does not fit input '{input.Name}'. Expected {input.Type} {input.Shape}, each symbol one extent. " +
                $"Received {tensor.dtype} [{string.Join(", ", tensor.shape)}].");
    }

    private static ElementType TypeOf(Tensor tensor) => tensor.dtype switch
    {
        ScalarType.Float32 => ElementType.Float32,
        ScalarType.Int64 => ElementType.Int64,
        _ => throw new ExportException($"A sample is of {tensor.dtype}. Expected Float32 or Int64."),
    };

    private static IReadOnlyList<long> ExtentsOf(string symbol, int position, ParityOptions options)
    {
        if (options.Extents.TryGetValue(symbol, out var given))
        {
            if (given.Count == 0)
                throw new ExportException($"Parity.Extents has no extents for '{symbol}'. Expected at least one.");
            return given.All(extent => extent >= 0)
                ? given
                : throw new ExportException($"Parity.Extents gives '{symbol}' the extents {string.Join(", ", given)}. Expected 0 or more.");
        }


        // No two symbols of a sample have one extent: a graph that confuses them does not pass.
        return symbol == Dim.Batch.Symbol
            ? BatchSizes
            : [.. Enumerable.Range(0, MinCount).Select(i => (long)(4 + ((position + (2 * i)) % 5) + (i == 0 ? 0 : position % 3)))];
    }

    private static ParitySample Sample(IReadOnlyList<GraphInput> inputs, Dictionary<string, long> extents, long seed)
    {
        using var generator = new Generator((ulong)seed);
        var tensors = inputs.Select(
            input => Sample(input, [.. input.Shape.Select(dim => dim.Extent ?? extents[dim.Symbol!])], generator)).ToArray();
        var name = NameOf(extents, "fixed extents");
        const string Source = $"{nameof(ParityOptions)}.{nameof(ParityOptions.Seed)} and the number of the sample";
        return new ParitySample(name, tensors, $"sampled with seed {seed} ({Source}), {name}");
    }

    private static Tensor Sample(GraphInput input, long[] shape, Generator generator) => input.Type switch
    {
        ElementType.Float32 => randn(shape, generator: generator),
        ElementType.Int64 => (rand(shape, generator: generator) * Scalars.Get(2)).to(ScalarType.Int64),
        _ =>
            throw new ExportException(
                $"Input '{input.Name}' is of {input.Type}. Expected Float32 or Int64, which can be compared; cast it inside the graph."),
    };

    private static string NameOf(Dictionary<string, long> extents, string otherwise) =>
        extents.Count == 0 ? otherwise : string.Join(", ", extents.Select(extent => $"{extent.Key} {extent.Value}"));
}
